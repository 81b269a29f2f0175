// Pages to read. Printing by a button comes with scripts; the browser's own menu does it without.

for (const button of document.querySelectorAll("button.print")) button.addEventListener("click", () => print());

// Words that are explained where they stand. Without this script a word is a link to the glossary, whose meaning shows while it
// has the pointer or the focus. With it, Escape puts the meaning away, and a touch shows it first and follows the link second.

const term = (event) => event.target instanceof Element ? event.target.closest(".term") : null;
const close = (except) => {
  for (const open of document.querySelectorAll(".term.open")) if (open !== except) open.classList.remove("open");
};

let isTouch = false;
document.addEventListener("pointerdown", (event) => { isTouch = event.pointerType === "touch"; });

document.addEventListener("click", (event) => {
  const touched = term(event);
  close(touched);
  if (touched && isTouch && event.target.closest("a") && !touched.classList.contains("open")) {
    event.preventDefault();
    touched.classList.add("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  close();
  for (const shown of document.querySelectorAll(".term:hover, .term:focus-within")) shown.classList.add("put-away");
});

for (const left of ["pointerout", "focusout"]) {
  document.addEventListener(left, (event) => term(event)?.classList.remove("put-away"));
}
