-- K0: whatever was there, the partition is mine and being copied.
--   KEYS  1 state hash
--   ARGV  1 my token
--   reply the stamp it replaced: epoch, applied, position, position-time; nil where missing
-- Safe to resend: a copy that arrives late takes the token back, and the owner of that moment then finds FENCED.
local replaced = redis.call('HMGET', KEYS[1], 'epoch', 'applied', 'position', 'position-time')
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'applied', 'copying')
return replaced
