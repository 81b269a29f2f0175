// Places in words and in numbers.

const PRECISION = 1e5; // five decimals are a metre

export const round = (degrees) => Math.round(degrees * PRECISION) / PRECISION;

export const words = ({ lat, lng }) =>
  `${Math.abs(lat).toFixed(4)} ${lat < 0 ? "south" : "north"}, ${Math.abs(lng).toFixed(4)} ${lng < 0 ? "west" : "east"}`;

const STEP = 20, FINE = 1; // pixels
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

// Where a key takes what stands at a place: a step on the screen, whatever the zoom. Null for every other key.
export const stepped = (map, place, event) => {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return null;
  const by = event.shiftKey ? FINE : STEP;
  const { x, y } = map.project(place);
  return map.unproject([x + arrow[0] * by, y + arrow[1] * by]);
};

// Whether a key zooms, around a place.
export const zoomed = (map, place, event) => {
  const by = { "+": 1, "=": 1, "-": -1, "_": -1 }[event.key];
  if (!by || event.ctrlKey || event.altKey || event.metaKey) return false;
  map.setZoomAround(place, Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), map.getZoom() + by)));
  return true;
};

// A pin or a corner that somebody moves by keys stays in sight.
export const keepInSight = (map, place) => map.panInside(place, { padding: [48, 48] });
