-- K5: a chunk of the changelog, when the token is mine, the partition is being copied, and the stored position is the one
-- the chunk starts from.
--   KEYS  1 state hash   2 timers
--   ARGV  1 my token   2 from position, '' for none   3 to position   4..6 how many ARGV belong to ZADD, ZREM, HDEL; then those,
--         then the HSET, possibly of nothing: states and, in the last script of a chunk only, position and position-time
--   reply OK, ALREADY (its own new position is there), FENCED (another token), BEHIND (anything else)
-- Safe to resend. All checks come before the first write; see store.lua for the order of the writes.
local at = redis.call('HMGET', KEYS[1], 'epoch', 'applied', 'position')
if not at[1] then return 'BEHIND' end
if at[1] ~= ARGV[1] then return 'FENCED' end
if at[2] ~= 'copying' then return 'BEHIND' end
if (at[3] or '') ~= ARGV[2] then
  return at[3] == ARGV[3] and 'ALREADY' or 'BEHIND'
end

local first = 7
for index, command in ipairs({ 'ZADD', 'ZREM', 'HDEL' }) do
  local count = tonumber(ARGV[3 + index])
  if count > 0 then
    redis.call(command, command == 'HDEL' and KEYS[1] or KEYS[2], unpack(ARGV, first, first + count - 1))
  end
  first = first + count
end
if first <= #ARGV then
  redis.call('HSET', KEYS[1], unpack(ARGV, first))
end
return 'OK'
