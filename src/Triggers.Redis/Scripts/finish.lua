-- K5, last script: from here on the states contain the log up to the committed offset, when the token is mine, the partition is
-- being copied, and the stored position is the one the copy ended at.
--   KEYS  1 state hash
--   ARGV  1 my token   2 position, '' for none   3 committed offset
--   reply OK, ALREADY (applied is the committed offset), FENCED (another token), BEHIND (anything else)
-- Safe to resend.
local at = redis.call('HMGET', KEYS[1], 'epoch', 'applied', 'position')
if not at[1] then return 'BEHIND' end
if at[1] ~= ARGV[1] then return 'FENCED' end
if (at[3] or '') ~= ARGV[2] then return 'BEHIND' end
if at[2] == 'copying' then
  redis.call('HSET', KEYS[1], 'applied', ARGV[3])
  return 'OK'
end
return at[2] == ARGV[3] and 'ALREADY' or 'BEHIND'
