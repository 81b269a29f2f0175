-- Every request asks at a point of its own, near one of forty large cities and within a radius of its own, so that no kept answer fits.
local cities = {
  {51.51,-0.13},{53.80,-1.55},{53.48,-2.24},{55.86,-4.25},{48.86,2.35},{45.76,4.84},{52.52,13.40},{48.14,11.58},{40.42,-3.70},{41.39,2.17},
  {41.90,12.50},{45.46,9.19},{52.37,4.90},{50.85,4.35},{59.33,18.07},{52.23,21.01},{40.71,-74.01},{34.05,-118.24},{41.88,-87.63},{29.76,-95.37},
  {43.65,-79.38},{19.43,-99.13},{-23.55,-46.63},{-34.60,-58.38},{4.71,-74.07},{30.04,31.24},{6.52,3.38},{-26.20,28.05},{41.01,28.98},{35.69,51.39},
  {19.08,72.88},{28.61,77.21},{23.81,90.41},{13.76,100.50},{-6.21,106.85},{14.60,120.98},{31.23,121.47},{39.90,116.41},{35.69,139.69},{-33.87,151.21},
}
local path = os.getenv("TARGET")
local slugs = tonumber(os.getenv("SLUGS") or "0")
math.randomseed(os.time())

request = function()
  if slugs > 0 then
    return wrk.format("GET", path .. math.random(0, slugs - 1))
  end
  local city = cities[math.random(#cities)]
  return wrk.format("GET", string.format("%s?lat=%.5f&lon=%.5f&within=%dkm", path, city[1] + (math.random() - 0.5) * 0.4, city[2] + (math.random() - 0.5) * 0.4, math.random(2, 100)))
end
