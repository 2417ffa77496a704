-- K4: a committed batch, when the token is mine and the states contain the log exactly up to where the batch begins.
--   KEYS  1 state hash   2 timers
--   ARGV  1 my token   2 from   3 to   4..6 how many ARGV belong to ZADD, ZREM, HDEL; then those, then the HSET:
--         states and, as its last pairs, applied = to, position, position-time
--   reply OK, ALREADY, FENCED (another token), BEHIND (smaller, missing or copying)
-- Safe to resend. All checks come before the first write. The first write is one that Redis refuses when memory is full,
-- and the last one carries states and bookkeeping together.
local at = redis.call('HMGET', KEYS[1], 'epoch', 'applied')
if not at[1] then return 'BEHIND' end
if at[1] ~= ARGV[1] then return 'FENCED' end
if at[2] ~= ARGV[2] then
  local applied = tonumber(at[2] or '')
  if applied and applied >= tonumber(ARGV[3]) then return 'ALREADY' end
  return 'BEHIND'
end

local first = 7
for index, command in ipairs({ 'ZADD', 'ZREM', 'HDEL' }) do
  local count = tonumber(ARGV[3 + index])
  if count > 0 then
    redis.call(command, command == 'HDEL' and KEYS[1] or KEYS[2], unpack(ARGV, first, first + count - 1))
  end
  first = first + count
end
redis.call('HSET', KEYS[1], unpack(ARGV, first))
return 'OK'
