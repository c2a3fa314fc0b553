package org.leitai.platform.redis;

/**
 * The scripts of {@link RankedBoards}. Keys of a board share one hash tag: {@code {tag}:head} holds epoch, seq, generation and
 * divisions; {@code {tag}:<generation>:rows} each row as {@code division LF key LF terms LF body}, terms parted by tabs;
 * {@code {tag}:<generation>:order:<division>} the members {@code key ! id} and {@code {tag}:<generation>:terms} the members
 * {@code term LF id}, all with score 0, so that Redis orders them by bytes.
 */
final class BoardScripts {
    private BoardScripts() {}

    /** Parts of a stored row. */
    private static final String PARTS = """
            local function parts(row)
              local a = string.find(row, '\\n', 1, true)
              local b = string.find(row, '\\n', a + 1, true)
              local c = string.find(row, '\\n', b + 1, true)
              return string.sub(row, 1, a - 1), string.sub(row, a + 1, b - 1), string.sub(row, b + 1, c - 1), string.sub(row, c + 1)
            end
            """;

    /** ARGV: epoch, prev, seq, count, then id, division, key, terms, body for each row, then ids that are gone. 1 applied, 0 rebuild. */
    static final Script APPLY = Script.of(PARTS + """
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
              local division, key, terms = parts(old)
              redis.call('ZREM', base .. ':order:' .. division, key .. '!' .. id)
              for term in string.gmatch(terms, '[^\\t]+') do redis.call('ZREM', base .. ':terms', term .. '\\n' .. id) end
            end
            local count = tonumber(ARGV[4])
            for i = 0, count - 1 do
              local id, division, key, terms, body = unpack(ARGV, 5 + i * 5, 9 + i * 5)
              take(id)
              redis.call('HSET', rows, id, division .. '\\n' .. key .. '\\n' .. terms .. '\\n' .. body)
              redis.call('ZADD', base .. ':order:' .. division, 0, key .. '!' .. id)
              for term in string.gmatch(terms, '[^\\t]+') do redis.call('ZADD', base .. ':terms', 0, term .. '\\n' .. id) end
              divisions[division] = true
            end
            for i = 5 + count * 5, #ARGV do
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

    /** ARGV: epoch, seq, generation, divisions, rows. 1 switched, 0 a later owner's board is there, or not all rows are. */
    static final Script SWITCH = Script.of("""
            local head = redis.call('HMGET', KEYS[1], 'epoch', 'generation', 'divisions')
            local prefix = string.sub(KEYS[1], 1, -5)
            local function each(generation, divisions, command)
              redis.call(command, prefix .. generation .. ':rows')
              redis.call(command, prefix .. generation .. ':terms')
              -- Of boards without divisions, which the pattern below would not find.
              redis.call(command, prefix .. generation .. ':order:')
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
            local base = prefix .. ARGV[3]
            local placed = redis.call('ZCARD', base .. ':order:')
            for name in string.gmatch(ARGV[4], '[^\\n]+') do placed = placed + redis.call('ZCARD', base .. ':order:' .. name) end
            local count = tonumber(ARGV[5])
            if placed ~= count or redis.call('HLEN', base .. ':rows') ~= count then
              each(ARGV[3], ARGV[4], 'UNLINK')
              return 0
            end
            each(ARGV[3], ARGV[4], 'PERSIST')
            redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'seq', ARGV[2], 'generation', ARGV[3], 'divisions', ARGV[4])
            if head[2] and head[2] ~= ARGV[3] then each(head[2], head[3] or '', 'UNLINK') end
            return 1
            """);

    /** ARGV: division, offset, limit. Epoch, seq, total, then id, strictly better, equal (itself included), body for each row. */
    static final Script PAGE = Script.of(PARTS + """
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
              local row = redis.call('HGET', base .. ':rows', id)
              local _, _, _, body = parts(row or '\\n\\n\\n')
              answer[#answer + 1] = id
              answer[#answer + 1] = better
              answer[#answer + 1] = equal
              answer[#answer + 1] = body
            end
            return answer
            """);

    /** ARGV: ids. Strictly better, equal (itself included), body for each; -1, 0 and nothing where there is no such row. */
    static final Script PLACES = Script.of(PARTS + """
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return {} end
            local base = string.sub(KEYS[1], 1, -5) .. generation
            local rows = redis.call('HMGET', base .. ':rows', unpack(ARGV))
            local answer = {}
            for i = 1, #ARGV do
              local better, equal, body = -1, 0, ''
              if rows[i] then
                local division, key, _, text = parts(rows[i])
                local order = base .. ':order:' .. division
                better = redis.call('ZLEXCOUNT', order, '-', '(' .. key .. '!')
                equal = redis.call('ZLEXCOUNT', order, '(' .. key .. '!', '(' .. key .. '"')
                body = text
              end
              answer[#answer + 1] = better
              answer[#answer + 1] = equal
              answer[#answer + 1] = body
            end
            return answer
            """);

    /** ARGV: id. Division and index in it; nothing when there is no such row. */
    static final Script INDEX = Script.of(PARTS + """
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return {} end
            local base = string.sub(KEYS[1], 1, -5) .. generation
            local row = redis.call('HGET', base .. ':rows', ARGV[1])
            if not row then return {} end
            local division, key = parts(row)
            return {division, redis.call('ZRANK', base .. ':order:' .. division, key .. '!' .. ARGV[1]) or 0}
            """);

    /** ARGV: beginning of a term, most. Id, strictly better, equal, body for each row that has such a term, by term. */
    static final Script FIND = Script.of(PARTS + """
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return {} end
            local base = string.sub(KEYS[1], 1, -5) .. generation
            local most = tonumber(ARGV[2])
            local answer, seen, count = {}, {}, 0
            local members = redis.call('ZRANGEBYLEX', base .. ':terms', '[' .. ARGV[1], '(' .. ARGV[1] .. '\\255', 'LIMIT', 0, most * 4)
            for _, member in ipairs(members) do
              local id = string.sub(member, string.find(member, '\\n', 1, true) + 1)
              local row = not seen[id] and count < most and redis.call('HGET', base .. ':rows', id)
              seen[id] = true
              if row then
                local division, key, _, body = parts(row)
                local order = base .. ':order:' .. division
                count = count + 1
                answer[#answer + 1] = id
                answer[#answer + 1] = redis.call('ZLEXCOUNT', order, '-', '(' .. key .. '!')
                answer[#answer + 1] = redis.call('ZLEXCOUNT', order, '(' .. key .. '!', '(' .. key .. '"')
                answer[#answer + 1] = body
              end
            end
            return answer
            """);

    /** Rows of all divisions. */
    static final Script SIZE = Script.of("""
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return 0 end
            return redis.call('HLEN', string.sub(KEYS[1], 1, -5) .. generation .. ':rows')
            """);
}
