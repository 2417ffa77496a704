-- A page of timers with the stamp they belong to.
--   KEYS  1 state hash   2 timers
--   ARGV  1 from (inclusive)   2 to (exclusive)   3 limit
--   reply { { epoch, applied, position, position-time }, { customer, deadline, customer, deadline, ... } }
return {
  redis.call('HMGET', KEYS[1], 'epoch', 'applied', 'position', 'position-time'),
  redis.call('ZRANGEBYSCORE', KEYS[2], ARGV[1], '(' .. ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
}
