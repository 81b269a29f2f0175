// <photo-cropper src alt hint x y size focus-x focus-y> over a picture: a square frame and, in it, the point that matters most.
// Values are fractions: x and focus-x of the width, y and focus-y of the height, size of the shorter edge. Whatever moves them
// is told in a bubbling "crop" event, whose detail is { x, y, size, focusX, focusY }. The point goes with the frame. It has no
// content of its own: whoever renders it may put it into a page before giving it its attributes.

const STEP = 0.01; // of the picture, for a key; ten of them with Shift
const GROW = 0.05; // of the shorter edge
const LEAST = 0.3; // the smallest frame: PhotoFrame.LeastSize
const CLOSER = 0.7; // the part of the frame that a result shows: PhotoFrame.CloserPart
const PAUSE = 400; // ms after the last key before it is said where things are

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
const percent = (part) => `${Math.round(part * 100)}%`;
const fraction = (text, or) => (text !== null && text !== "" && Number.isFinite(Number(text)) ? Number(text) : or);

const HINT = "Drag the frame, or a corner of it. Drag the round mark to the eyes. With keys: arrows move, + and − size.";

const INSIDE = `
  <p class="hint cropper-hint"></p>
  <div class="cropper-picture">
    <img class="cropper-image" draggable="false">
    <div class="cropper-frame" tabindex="0" role="group" aria-roledescription="frame of the photo">
      <span class="cropper-corner" data-corner="nw"></span><span class="cropper-corner" data-corner="ne"></span>
      <span class="cropper-corner" data-corner="sw"></span><span class="cropper-corner" data-corner="se"></span>
    </div>
    <div class="cropper-focus" tabindex="0" role="group" aria-roledescription="point of the photo"></div>
  </div>
  <div class="cropper-side">
    <div class="cropper-tools">
      <button type="button" class="button button-small" data-do="smaller">Closer</button>
      <button type="button" class="button button-small" data-do="larger">Wider</button>
      <button type="button" class="button button-small" data-do="reset">Start again</button>
    </div>
    <div class="cropper-previews" aria-hidden="true">
      <figure><span class="cropper-preview cropper-preview-112"><img alt=""></span><figcaption>On your page</figcaption></figure>
      <figure><span class="cropper-preview cropper-preview-52"><img alt=""></span><figcaption>In a list</figcaption></figure>
    </div>
  </div>
  <p class="unseen" role="status"></p>`;

class PhotoCropper extends HTMLElement {
  static observedAttributes = ["src", "alt", "hint"];
  static #made = 0;

  #image; #frame; #focus; #hint; #status; #previews; #timer; #drag;
  #crop = { x: 0, y: 0, size: 1, focusX: 0.5, focusY: 0.4 };

  connectedCallback() {
    if (this.#image) return;
    this.innerHTML = INSIDE;
    this.#hint = this.querySelector(".cropper-hint");
    this.#hint.id = `photo-cropper-${++PhotoCropper.#made}`;
    this.#image = this.querySelector(".cropper-image");
    this.#frame = this.querySelector(".cropper-frame");
    this.#focus = this.querySelector(".cropper-focus");
    this.#status = this.querySelector("[role=status]");
    this.#previews = this.querySelectorAll(".cropper-preview img");
    for (const part of [this.#frame, this.#focus]) part.setAttribute("aria-describedby", this.#hint.id);

    this.#image.addEventListener("load", () => this.#begin());
    this.#image.addEventListener("error", () => this.#say("The picture could not be loaded. Reload the page to try again."));
    this.querySelector(".cropper-picture").addEventListener("pointerdown", (event) => this.#take(event));
    this.#frame.addEventListener("keydown", (event) => this.#key(event, false));
    this.#focus.addEventListener("keydown", (event) => this.#key(event, true));
    this.querySelector(".cropper-tools").addEventListener("click", (event) => this.#press(event.target.closest("button")?.dataset.do));
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  attributeChangedCallback() {
    if (!this.#image) return;
    const src = this.getAttribute("src") ?? "";
    this.#hint.textContent = this.getAttribute("hint") || HINT;
    this.#image.alt = this.getAttribute("alt") ?? "The whole photo";
    if (this.#image.getAttribute("src") === src) return;
    this.toggleAttribute("ready", false);
    for (const image of [this.#image, ...this.#previews]) image.src = src;
  }

  /** What is framed now. */
  get crop() {
    return { ...this.#crop };
  }

  set crop(value) {
    this.#crop = { ...this.#crop, ...value };
    this.#settle(false);
  }

  get #width() { return this.#image.naturalWidth || 1; }
  get #height() { return this.#image.naturalHeight || 1; }

  // The side of the frame as parts of the width and of the height.
  #side(size = this.#crop.size) {
    const shorter = Math.min(this.#width, this.#height);
    return { across: (size * shorter) / this.#width, down: (size * shorter) / this.#height };
  }

  #begin() {
    const whole = this.#whole();
    const x = fraction(this.getAttribute("x"), whole.x);
    const y = fraction(this.getAttribute("y"), whole.y);
    const size = fraction(this.getAttribute("size"), whole.size);
    this.#crop = { x, y, size, focusX: fraction(this.getAttribute("focus-x"), whole.focusX), focusY: fraction(this.getAttribute("focus-y"), whole.focusY) };
    this.toggleAttribute("ready", true);
    this.#settle(false);
  }

  // As PhotoFrame.Of: as much as fits, nearer to the top of a tall picture.
  #whole() {
    const { across, down } = this.#side(1);
    const y = (1 - down) * 0.2;
    return { x: (1 - across) / 2, y, size: 1, focusX: 0.5, focusY: y + 0.4 * down };
  }

  // Everything within the picture, drawn, and told when somebody moved it.
  #settle(tell) {
    const crop = this.#crop;
    crop.size = clamp(crop.size, LEAST, 1);
    const { across, down } = this.#side();
    crop.x = clamp(crop.x, 0, 1 - across);
    crop.y = clamp(crop.y, 0, 1 - down);
    crop.focusX = clamp(crop.focusX, crop.x, crop.x + across);
    crop.focusY = clamp(crop.focusY, crop.y, crop.y + down);
    this.#draw(across, down);
    if (!tell) return;
    this.dispatchEvent(new CustomEvent("crop", { bubbles: true, detail: { ...crop } }));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(this.#words()), PAUSE);
  }

  #draw(across, down) {
    const { x, y, focusX, focusY } = this.#crop;
    Object.assign(this.#frame.style, { left: percentOf(x), top: percentOf(y), width: percentOf(across), height: percentOf(down) });
    Object.assign(this.#focus.style, { left: percentOf(focusX), top: percentOf(focusY) });
    this.#frame.setAttribute("aria-label", `Frame: ${this.#words()}`);
    this.#focus.setAttribute("aria-label", `Point that matters most: ${percent(focusX)} from the left, ${percent(focusY)} from the top`);

    // The list shows less of it, about the point.
    const [page, list] = this.#previews;
    show(page, x, y, across, down);
    const [nearAcross, nearDown] = [across * CLOSER, down * CLOSER];
    show(list, clamp(focusX - nearAcross / 2, x, x + across - nearAcross), clamp(focusY - nearDown / 2, y, y + down - nearDown), nearAcross, nearDown);
  }

  #words() {
    const { x, y, size } = this.#crop;
    return `${percent(size)} of the shorter edge, ${percent(x)} from the left, ${percent(y)} from the top`;
  }

  #say(words) {
    this.#status.textContent = words;
  }

  // Moves frame and point together.
  #move(dx, dy) {
    const { across, down } = this.#side();
    const crop = this.#crop;
    const [x, y] = [clamp(crop.x + dx, 0, 1 - across), clamp(crop.y + dy, 0, 1 - down)];
    crop.focusX += x - crop.x;
    crop.focusY += y - crop.y;
    [crop.x, crop.y] = [x, y];
    this.#settle(true);
  }

  // Sizes about the middle of the frame.
  #resize(by) {
    const before = this.#side();
    this.#crop.size = clamp(this.#crop.size + by, LEAST, 1);
    const after = this.#side();
    this.#crop.x += (before.across - after.across) / 2;
    this.#crop.y += (before.down - after.down) / 2;
    this.#settle(true);
  }

  #press(what) {
    if (what === "smaller") this.#resize(-GROW);
    if (what === "larger") this.#resize(GROW);
    if (what === "reset") {
      this.#crop = this.#whole();
      this.#settle(true);
    }
  }

  #key(event, isPoint) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = STEP * (event.shiftKey ? 10 : 1);
    const way = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
    if (way && isPoint) {
      this.#crop.focusX += way[0];
      this.#crop.focusY += way[1];
      this.#settle(true);
    } else if (way) this.#move(...way);
    else if (event.key === "+" || event.key === "=") this.#resize(GROW);
    else if (event.key === "-" || event.key === "−" || event.key === "_") this.#resize(-GROW);
    else return;
    event.preventDefault();
  }

  // One pointer at a time: the point, a corner, or the frame. A press beside the frame brings it there.
  #take(event) {
    if (event.button !== 0 || this.#drag !== undefined || !this.hasAttribute("ready")) return;
    event.preventDefault();
    const picture = event.currentTarget;
    const corner = event.target.closest(".cropper-corner")?.dataset.corner;
    const part = event.target.closest(".cropper-focus") ?? this.#frame;
    const box = picture.getBoundingClientRect();
    const at = (e) => [(e.clientX - box.left) / box.width, (e.clientY - box.top) / box.height];
    part.focus({ preventScroll: true });
    if (part === this.#frame && !event.target.closest(".cropper-frame")) {
      const { across, down } = this.#side();
      const [x, y] = at(event);
      this.#move(x - across / 2 - this.#crop.x, y - down / 2 - this.#crop.y);
    }

    const start = { ...this.#crop };
    const [fromX, fromY] = at(event);
    this.#drag = event.pointerId;
    picture.setPointerCapture(event.pointerId);
    const move = (e) => {
      if (e.pointerId !== this.#drag) return;
      const [x, y] = at(e);
      const [dx, dy] = [x - fromX, y - fromY];
      if (part === this.#focus) {
        this.#crop.focusX = start.focusX + dx;
        this.#crop.focusY = start.focusY + dy;
        this.#settle(true);
      } else if (corner) this.#pull(corner, start, dx, dy);
      else this.#move(start.x + dx - this.#crop.x, start.y + dy - this.#crop.y);
    };
    const end = (e) => {
      if (e.pointerId !== this.#drag) return;
      this.#drag = undefined;
      for (const name of ["pointermove", "pointerup", "pointercancel"]) picture.removeEventListener(name, name === "pointermove" ? move : end);
    };
    picture.addEventListener("pointermove", move);
    picture.addEventListener("pointerup", end);
    picture.addEventListener("pointercancel", end);
  }

  // Pulls a corner while the one across from it stays.
  #pull(corner, start, dx, dy) {
    const shorter = Math.min(this.#width, this.#height);
    const [west, north] = [corner.includes("w"), corner.includes("n")];
    const before = this.#side(start.size);
    const [right, bottom] = [start.x + before.across, start.y + before.down];
    const grown = ((west ? -dx : dx) * this.#width + (north ? -dy : dy) * this.#height) / 2 / shorter;

    // No further than the picture goes on that side.
    const room = Math.min((west ? right : 1 - start.x) * this.#width, (north ? bottom : 1 - start.y) * this.#height) / shorter;
    this.#crop.size = clamp(start.size + grown, LEAST, Math.min(1, room));
    const after = this.#side();
    this.#crop.x = west ? right - after.across : start.x;
    this.#crop.y = north ? bottom - after.down : start.y;
    [this.#crop.focusX, this.#crop.focusY] = [start.focusX, start.focusY];
    this.#settle(true);
  }
}

const percentOf = (part) => `${part * 100}%`;

// The picture so large behind its square that only this part of it shows.
const show = (image, x, y, across, down) =>
  Object.assign(image.style, { width: percentOf(1 / across), height: percentOf(1 / down), left: percentOf(-x / across), top: percentOf(-y / down) });

customElements.define("photo-cropper", PhotoCropper);
