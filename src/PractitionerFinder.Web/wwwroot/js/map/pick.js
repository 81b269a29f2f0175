// One pin, set by pointer or by keys.

import { keepInSight, round, stepped, words, zoomed } from "./places.js";
import { pinIcon } from "./shapes.js";

const REST = 250; // ms after the last key

export function start({ L, map, parts: { view }, place, say, picked }) {
  let pin = null, rest = 0;
  const stopped = new AbortController();
  const cross = view.appendChild(Object.assign(document.createElement("span"), { className: "map-cross", ariaHidden: "true" }));

  const put = (latLng) => {
    if (pin) return pin.setLatLng(latLng);
    pin = L.marker(latLng, { icon: pinIcon(L, { className: "map-pin-moved" }), draggable: true, autoPan: true, keyboard: true, riseOnHover: true }).addTo(map);
    const element = pin.getElement();
    element.setAttribute("aria-roledescription", "movable pin");
    element.addEventListener("keydown", byKey, { signal: stopped.signal });
    element.addEventListener("blur", flush, { signal: stopped.signal });
    pin.on("dragend", () => settle());
    return pin;
  };
  const name = () => pin.getElement().setAttribute("aria-label", `Pin at ${words(pin.getLatLng().wrap())}`);
  const settle = () => {
    clearTimeout(rest);
    rest = 0;
    const at = pin.getLatLng().wrap();
    name();
    say(`The pin is at ${words(at)}.`);
    picked(round(at.lat), round(at.lng));
  };
  const flush = () => { if (rest) settle(); };

  function byKey(event) {
    const next = stepped(map, pin.getLatLng(), event);
    if (next) {
      pin.setLatLng(next);
      keepInSight(map, next);
      clearTimeout(rest);
      rest = setTimeout(settle, REST);
    } else if (!zoomed(map, pin.getLatLng(), event)) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  }

  const byPress = ({ latlng }) => { put(latlng); settle(); };
  map.on("click", byPress);
  view.addEventListener("keydown", (event) => {
    if (event.target !== view || event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    put(map.getCenter());
    settle();
  }, { signal: stopped.signal });
  addEventListener("pagehide", flush, { signal: stopped.signal });
  if (place) { put([place.latitude, place.longitude]); name(); }

  return {
    move(latitude, longitude) { clearTimeout(rest); rest = 0; put([latitude, longitude]); name(); },
    stop() { flush(); stopped.abort(); map.off("click", byPress); pin?.remove(); cross.remove(); },
  };
}
