-- Every request is another, so that no kept answer fits: the next line of a file of queries, or somebody of so many.
local path, file, slugs = os.getenv("TARGET"), os.getenv("QUERIES"), tonumber(os.getenv("SLUGS") or "0")
local lines, at = {}, 0
if slugs == 0 then
  for line in io.lines(file) do
    lines[#lines + 1] = line
  end
end

math.randomseed(os.time())
at = math.random(0, math.max(#lines - 1, 0))

-- Milliseconds between the answer and the next question of a connection.
local pause = tonumber(os.getenv("PAUSE") or "0")
if pause > 0 then
  delay = function() return pause end
end

request = function()
  if slugs > 0 then
    return wrk.format("GET", path .. math.random(0, slugs - 1))
  end
  at = at % #lines + 1
  return wrk.format("GET", path .. "?" .. lines[at])
end
