// Room on the screen. What lies under another cannot be pressed: it goes to the nearest free spot, with a line to its place.

const PIN = [30, 40]; // pixels
export const DISC = 28, DOT = 24;
const TURN = Math.PI / 8, RING = 14, RINGS = 9; // how a free spot beside a place is looked for

// The first stay where they are. "taken" is what the map needs for itself: left, top, width and height of each.
export function makeRoom(map, marks, taken) {
  const size = map.getSize();
  const isFree = ([x, y, w, h]) => taken.every(([a, b, c, d]) => x >= a + c || a >= x + w || y >= b + d || b >= y + h);
  const isSeen = ([x, y, w, h]) => x >= 0 && y >= 0 && x + w <= size.x && y + h <= size.y;
  for (const one of marks) {
    const { x, y } = map.latLngToContainerPoint(one.at);
    const around = (dx, dy) => [x + dx - one.size / 2, y + dy - one.size / 2, one.size, one.size];
    const home = one.isPin ? [x - PIN[0] / 2, y - PIN[1], ...PIN] : around(0, 0);
    const away = isFree(home) ? null : spots(one.size).find((spot) => isFree(around(...spot)) && (isSeen(around(...spot)) || !isSeen(home)));
    const [dx, dy] = away ?? [0, 0];
    one.html.classList.toggle("map-away", Boolean(away));
    one.press.style.translate = away ? `${dx}px ${dy}px` : "";
    one.leader.style.width = `${Math.hypot(dx, dy)}px`;
    one.leader.style.rotate = `${Math.atan2(dy, dx)}rad`;
    taken.push(away ? around(dx, dy) : home);
  }
}

function spots(size) {
  const found = [];
  for (let ring = 0; ring < RINGS; ring++) {
    for (let turn = 0; turn < 2 * Math.PI; turn += TURN) {
      const reach = size + RING * ring, towards = turn + ring - Math.PI / 2;
      found.push([Math.round(reach * Math.cos(towards)), Math.round(reach * Math.sin(towards))]);
    }
  }
  return found;
}
