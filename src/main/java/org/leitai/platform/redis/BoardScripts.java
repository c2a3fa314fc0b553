package org.leitai.platform.redis;

/**
 * The scripts of {@link RankedBoards}. Keys of a board share one hash tag: {@code {tag}:head} holds epoch, seq, generation and
 * divisions; {@code {tag}:<generation>:rows} each row as {@code division LF key LF body}; {@code {tag}:<generation>:order:<division>}
 * the members {@code key ! id}, all with score 0, so that Redis orders them by bytes.
 */
final class BoardScripts {
    private BoardScripts() {}

    /** ARGV: epoch, prev, seq, count, then id, division, key, body for each row, then ids that are gone. 1 applied, 0 rebuild. */
    static final Script APPLY = Script.of("""
            local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'generation', 'divisions')
            if head[1] ~= ARGV[1] or head[2] ~= ARGV[2] or not head[3] then return 0 end
            local base = string.sub(KEYS[1], 1, -5) .. head[3]
            local rows = base .. ':rows'
            if head[4] ~= '' and redis.call('EXISTS', rows) == 0 then return 0 end
            local divisions = {}
            for name in string.gmatch(head[4] or '', '[^\\n]+') do divisions[name] = true end
            local function take(id)
              local old = redis.call('HGET', rows, id)
              if not old then return end
              local a = string.find(old, '\\n', 1, true)
              local b = string.find(old, '\\n', a + 1, true)
              redis.call('ZREM', base .. ':order:' .. string.sub(old, 1, a - 1), string.sub(old, a + 1, b - 1) .. '!' .. id)
            end
            local count = tonumber(ARGV[4])
            for i = 0, count - 1 do
              local id, division, key, body = ARGV[5 + i * 4], ARGV[6 + i * 4], ARGV[7 + i * 4], ARGV[8 + i * 4]
              take(id)
              redis.call('HSET', rows, id, division .. '\\n' .. key .. '\\n' .. body)
              redis.call('ZADD', base .. ':order:' .. division, 0, key .. '!' .. id)
              divisions[division] = true
            end
            for i = 5 + count * 4, #ARGV do
              take(ARGV[i])
              redis.call('HDEL', rows, ARGV[i])
            end
            local names = {}
            for name in pairs(divisions) do names[#names + 1] = name end
            table.sort(names)
            if redis.call('EXISTS', rows) == 0 then names = {} end
            redis.call('HSET', KEYS[1], 'seq', ARGV[3], 'divisions', table.concat(names, '\\n'))
            return 1
            """);

    /** ARGV: epoch, seq, generation, divisions. 1 switched, 0 a later owner's board is there. */
    static final Script SWITCH = Script.of("""
            local head = redis.call('HMGET', KEYS[1], 'epoch', 'generation', 'divisions')
            local prefix = string.sub(KEYS[1], 1, -5)
            local function each(generation, divisions, command)
              redis.call(command, prefix .. generation .. ':rows')
              for name in string.gmatch(divisions, '[^\\n]+') do
                redis.call(command, prefix .. generation .. ':order:' .. name)
              end
            end
            if head[1] then
              local ledger, term = string.match(head[1], '^([^.]+)%.(%d+)%.')
              local myLedger, myTerm = string.match(ARGV[1], '^([^.]+)%.(%d+)%.')
              if ledger == myLedger and tonumber(term) > tonumber(myTerm) then
                each(ARGV[3], ARGV[4], 'UNLINK')
                return 0
              end
            end
            each(ARGV[3], ARGV[4], 'PERSIST')
            redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'seq', ARGV[2], 'generation', ARGV[3], 'divisions', ARGV[4])
            if head[2] and head[2] ~= ARGV[3] then each(head[2], head[3] or '', 'UNLINK') end
            return 1
            """);

    /** ARGV: division, offset, limit. Epoch, seq, total, then id, strictly better, equal (itself included), body for each row. */
    static final Script PAGE = Script.of("""
            local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'generation')
            if not head[3] then return {} end
            local base = string.sub(KEYS[1], 1, -5) .. head[3]
            local order = base .. ':order:' .. ARGV[1]
            local from = tonumber(ARGV[2])
            local answer = {head[1], head[2], redis.call('ZCARD', order)}
            local last, better, equal
            for _, member in ipairs(redis.call('ZRANGE', order, from, from + tonumber(ARGV[3]) - 1)) do
              local cut = string.find(member, '!', 1, true)
              local key, id = string.sub(member, 1, cut - 1), string.sub(member, cut + 1)
              if key ~= last then
                last = key
                better = redis.call('ZLEXCOUNT', order, '-', '(' .. key .. '!')
                equal = redis.call('ZLEXCOUNT', order, '(' .. key .. '!', '(' .. key .. '"')
              end
              local row = redis.call('HGET', base .. ':rows', id) or ''
              local a = string.find(row, '\\n', 1, true) or 0
              local b = string.find(row, '\\n', a + 1, true) or 0
              answer[#answer + 1] = id
              answer[#answer + 1] = better
              answer[#answer + 1] = equal
              answer[#answer + 1] = string.sub(row, b + 1)
            end
            return answer
            """);

    /** ARGV: id. Strictly better, equal (itself included), body; nothing when there is no such row. */
    static final Script PLACE = Script.of("""
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return {} end
            local base = string.sub(KEYS[1], 1, -5) .. generation
            local row = redis.call('HGET', base .. ':rows', ARGV[1])
            if not row then return {} end
            local a = string.find(row, '\\n', 1, true)
            local b = string.find(row, '\\n', a + 1, true)
            local order, key = base .. ':order:' .. string.sub(row, 1, a - 1), string.sub(row, a + 1, b - 1)
            return {redis.call('ZLEXCOUNT', order, '-', '(' .. key .. '!'),
                    redis.call('ZLEXCOUNT', order, '(' .. key .. '!', '(' .. key .. '"'),
                    string.sub(row, b + 1)}
            """);

    /** Rows of all divisions. */
    static final Script SIZE = Script.of("""
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return 0 end
            return redis.call('HLEN', string.sub(KEYS[1], 1, -5) .. generation .. ':rows')
            """);
}
