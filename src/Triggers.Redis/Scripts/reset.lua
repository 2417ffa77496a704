-- K5, first script when the stored position is too old or there is none: states, timers and position are deleted, when the token
-- is mine, the partition is being copied, and the stored position is the one I saw.
--   KEYS  1 state hash   2 timers
--   ARGV  1 my token   2 from position, '' for none
--   reply OK, ALREADY (no position any more), FENCED (another token), BEHIND (anything else)
-- Safe to resend. Deleted memory is freed beside the commands that follow, so that a big partition stops nobody.
local at = redis.call('HMGET', KEYS[1], 'epoch', 'applied', 'position')
if not at[1] then return 'BEHIND' end
if at[1] ~= ARGV[1] then return 'FENCED' end
if at[2] ~= 'copying' then return 'BEHIND' end
if (at[3] or '') ~= ARGV[2] then
  return at[3] and 'BEHIND' or 'ALREADY'
end

redis.call('UNLINK', KEYS[1], KEYS[2])
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'applied', 'copying')
return 'OK'
