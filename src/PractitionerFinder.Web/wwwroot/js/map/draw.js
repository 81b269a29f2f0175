// An outline, drawn corner by corner, by pointer or by keys.

import { keepInSight, round, stepped, words, zoomed } from "./places.js";

const MOST = 60, LEAST = 3;
const CROSSES = "The outline crosses itself. Move or remove a corner until no two sides cross.";

export function start({ L, map, parts: { view, tools }, outline, say, drawn }) {
  let corners = read(outline), isClosed = corners.length >= LEAST, markers = [], selected = -1, past = [], moving = null, rest = 0;
  const stopped = new AbortController();
  const { signal } = stopped;
  const line = L.polygon([], { className: "map-outline", interactive: false }).addTo(map);
  const side = L.polyline([], { className: "map-outline map-open", interactive: false }).addTo(map);
  const cross = view.appendChild(Object.assign(document.createElement("span"), { className: "map-cross map-cross-shown", ariaHidden: "true" }));
  const button = (text, act) => {
    const one = Object.assign(document.createElement("button"), { type: "button", className: "map-button", textContent: text });
    one.addEventListener("click", () => { if (one.getAttribute("aria-disabled") !== "true") act(); }, { signal });
    tools.append(one);
    return one;
  };
  const buttons = {
    add: button("Add a corner at the cross", () => add(map.getCenter())),
    close: button("Close the outline", () => close()),
    remove: button("Remove the corner", () => remove(selected)),
    undo: button("Undo", () => undo()),
    again: button("Start again", () => { if (corners.length) change(() => { corners = []; isClosed = false; selected = -1; }, "Nothing is drawn now. Undo brings it back."); }),
  };

  function read(given) {
    let last = null;
    return (given ?? []).map(([lat, lng]) => {
      // A side goes the short way round the earth.
      while (last !== null && lng - last > 180) lng -= 360;
      while (last !== null && lng - last < -180) lng += 360;
      last = lng;
      return L.latLng(lat, lng);
    });
  }

  function add(latLng) {
    if (corners.length >= MOST) return say(`An outline has at most ${MOST} corners. Move one of those, or remove one first.`);
    const at = isClosed ? nearestSide(latLng) + 1 : corners.length;
    change(() => { corners.splice(at, 0, latLng); selected = at; }, `Corner ${at + 1} is at ${words(latLng.wrap())}.`);
  }

  function close() {
    if (isClosed) return;
    if (corners.length < LEAST) return say(`Draw at least ${LEAST} corners before you close the outline.`);
    change(() => { isClosed = true; }, `The outline is closed, with ${corners.length} corners.`);
  }

  function remove(index) {
    if (index < 0) return say("Go to a corner first.");
    const hadFocus = markers[index]?.getElement() === view.getRootNode().activeElement;
    change(() => {
      corners.splice(index, 1);
      isClosed &&= corners.length >= LEAST;
      selected = Math.min(index, corners.length - 1);
    }, `Corner ${index + 1} is removed. ${left()}`);
    if (hadFocus) (markers[selected]?.getElement() ?? view).focus();
  }

  function undo() {
    const before = past.pop();
    if (!before) return say("There is nothing to undo.");
    ({ corners, isClosed } = before);
    selected = Math.min(selected, corners.length - 1);
    moving = null;
    render();
    told(`Undone. ${left()}`);
  }

  const left = () => corners.length === 0 ? "Nothing is drawn." : `The outline has ${corners.length} ${corners.length === 1 ? "corner" : "corners"}${isClosed ? "" : " and is open"}.`;
  const keep = () => past.push({ corners: [...corners], isClosed });

  function change(act, words) {
    keep();
    moving = null;
    act();
    render();
    told(words);
  }

  function told(words) {
    clearTimeout(rest);
    rest = 0;
    const isCrossed = crosses();
    say(isCrossed ? `${words} ${CROSSES}` : words);
    drawn(corners.map((c) => c.wrap()).map((c) => [round(c.lat), round(c.lng)]), isClosed && corners.length >= LEAST && !isCrossed);
  }

  function render() {
    for (const marker of markers) marker.remove();
    markers = corners.map(corner);
    trace();
    for (const [name, able] of Object.entries({ add: corners.length < MOST, close: !isClosed && corners.length >= LEAST, remove: selected >= 0, undo: past.length > 0, again: corners.length > 0 })) {
      buttons[name].setAttribute("aria-disabled", String(!able));
    }
  }

  function trace() {
    line.setLatLngs(isClosed ? corners : []);
    side.setLatLngs(isClosed ? [] : corners);
    const isCrossed = crosses();
    for (const path of [line, side]) path.getElement()?.classList.toggle("map-crossed", isCrossed);
    markers.forEach((marker, i) => marker.getElement().setAttribute("aria-label", `Corner ${i + 1} of ${corners.length}, at ${words(corners[i].wrap())}`));
  }

  function corner(latLng, index) {
    const icon = L.divIcon({ className: `map-corner${index === selected ? " map-chosen" : ""}${index === 0 && !isClosed ? " map-first" : ""}`, iconSize: [32, 32] });
    const marker = L.marker(latLng, { icon, draggable: true, autoPan: true, keyboard: true }).addTo(map);
    const element = marker.getElement();
    element.addEventListener("focus", () => choose(index));
    element.addEventListener("keydown", (event) => byKey(event, index));
    marker.on("dragstart", () => { keep(); moving = null; choose(index); });
    marker.on("drag", () => { corners[index] = marker.getLatLng(); trace(); });
    marker.on("dragend", () => { trace(); allow(); told(`Corner ${index + 1} is at ${words(corners[index].wrap())}.`); });
    marker.on("click", () => index === 0 && !isClosed && corners.length >= LEAST ? close() : choose(index));
    return marker;
  }

  const allow = () => buttons.undo.setAttribute("aria-disabled", String(past.length === 0));

  function choose(index) {
    selected = index;
    markers.forEach((marker, i) => marker.getElement().classList.toggle("map-chosen", i === index));
    buttons.remove.setAttribute("aria-disabled", "false");
  }

  const flush = () => { if (rest) { told(`Corner ${selected + 1} is at ${words(corners[selected].wrap())}.`); } };

  function byKey(event, index) {
    const next = stepped(map, corners[index], event);
    if (next) {
      // One undo takes back all the steps of one corner.
      if (moving !== index) { keep(); allow(); moving = index; }
      corners[index] = next;
      markers[index].setLatLng(next);
      keepInSight(map, next);
      trace();
      clearTimeout(rest);
      rest = setTimeout(flush, 250);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      flush();
      remove(index);
    } else if (event.key === "Enter" && index === 0 && !isClosed) {
      close();
      markers[0]?.getElement().focus();
    } else if (!zoomed(map, corners[index], event)) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  }

  function nearestSide(latLng) {
    const point = map.latLngToLayerPoint(latLng), points = corners.map((c) => map.latLngToLayerPoint(c));
    const far = points.map((p, i) => L.LineUtil.pointToSegmentDistance(point, p, points[(i + 1) % points.length]));
    return far.indexOf(Math.min(...far));
  }

  // On the plane of longitude and latitude, as the server looks at it.
  function crosses() {
    const n = corners.length, sides = n < LEAST ? 0 : isClosed ? n : n - 1;
    const turn = (a, b, c) => Math.sign((b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng));
    const between = (a, b, c) => Math.min(a.lng, b.lng) <= c.lng && c.lng <= Math.max(a.lng, b.lng) && Math.min(a.lat, b.lat) <= c.lat && c.lat <= Math.max(a.lat, b.lat);
    for (let i = 0; i < sides; i++) {
      const [a, b] = [corners[i], corners[(i + 1) % n]];
      for (let j = i + 1; j < sides; j++) {
        const [c, d] = [corners[j], corners[(j + 1) % n]];
        if (j === i + 1 || (j + 1) % n === i) {
          // Neighbours meet in a corner; they cross where one folds back along the other.
          const [before, shared, after] = j === i + 1 ? [a, b, d] : [c, a, b];
          const fold = (before.lng - shared.lng) * (after.lng - shared.lng) + (before.lat - shared.lat) * (after.lat - shared.lat);
          if (turn(before, shared, after) === 0 && fold > 0) return true;
          continue;
        }

        const [t1, t2, t3, t4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
        if (t1 !== t2 && t3 !== t4) return true;
        if (t1 === 0 && between(a, b, c) || t2 === 0 && between(a, b, d) || t3 === 0 && between(c, d, a) || t4 === 0 && between(c, d, b)) return true;
      }
    }

    return false;
  }

  const byPress = ({ latlng }) => add(latlng);
  map.on("click", byPress);
  view.addEventListener("keydown", (event) => {
    if (event.target !== view || event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    add(map.getCenter());
  }, { signal });
  addEventListener("pagehide", flush, { signal });
  render();

  return {
    show(given) { corners = read(given); isClosed = corners.length >= LEAST; selected = -1; past = []; moving = null; render(); },
    stop() {
      flush();
      stopped.abort();
      map.off("click", byPress);
      for (const layer of [line, side, ...markers]) layer.remove();
      for (const one of [cross, ...Object.values(buttons)]) one.remove();
    },
  };
}
