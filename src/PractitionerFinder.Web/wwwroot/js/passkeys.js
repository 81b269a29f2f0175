// <passkey-button>: has the browser make a passkey or sign in with one, and sends what it answers with the form around the button.
// Without scripts, or in a browser that cannot, it is not shown: signing in with a password stays.

const WORDS = {
  waiting: "Follow what your device asks.",
  left: "Nothing was done. Press the button to try again.",
  known: "This device has a passkey for your account already.",
  failed: "That did not work. Wait a minute and press the button again.",
};

class PasskeyButton extends HTMLElement {
  #form; #button; #words; #busy = false;

  connectedCallback() {
    if (this.#form || !window.PublicKeyCredential?.parseRequestOptionsFromJSON || !PublicKeyCredential.parseCreationOptionsFromJSON) return;
    this.#form = this.querySelector("form");
    this.#button = this.querySelector("button");
    this.#words = this.querySelector("[role=status]");
    this.toggleAttribute("ready", true);
    this.#button.addEventListener("click", () => this.#press());

    // Enter in a field of the form is the same press.
    this.#form.addEventListener("submit", (event) => {
      if (this.#form.elements.Credential.value) return;
      event.preventDefault();
      this.#press();
    });
    addEventListener("pageshow", () => { this.#form.elements.Credential.value = ""; this.#done(""); });
  }

  async #press() {
    if (this.#busy) return;
    this.#busy = true;
    this.#button.setAttribute("aria-busy", "true");
    this.#words.textContent = WORDS.waiting;
    try {
      const answer = await fetch(this.dataset.source, { method: "POST", body: new FormData(this.#form) });
      if (!answer.ok) throw new Error(answer.statusText);
      const credential = await this.#ask(await answer.json());
      this.#form.elements.Credential.value = JSON.stringify(credential);
      this.#form.requestSubmit();
    } catch (error) {
      this.#done(error.name === "NotAllowedError" ? WORDS.left : error.name === "InvalidStateError" ? WORDS.known : WORDS.failed);
    }
  }

  #ask(options) {
    return this.dataset.kind === "creation"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  #done(words) {
    this.#busy = false;
    this.#button.removeAttribute("aria-busy");
    this.#words.textContent = words;
  }
}

customElements.define("passkey-button", PasskeyButton);
