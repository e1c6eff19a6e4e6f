// Runs in the page, before any of its own scripts: what can only be seen from inside.
globalThis.bench = {
  /**
   * Waits until an element is there, visible and drawn, and the main thread has come round to a task of its own after
   * that: a click would be answered. `interactive` resolves with the milliseconds since the navigation began.
   */
  watch(selector) {
    this.interactive = new Promise((resolve, reject) => {
      this.look(selector, resolve);
      setTimeout(() => reject(new Error(`no ${selector} within 30 s`)), 30_000);
    });
  },

  look(selector, resolve) {
    const found = document.querySelector(selector);
    if (found === null || found.getClientRects().length === 0) {
      requestAnimationFrame(() => this.look(selector, resolve));
      return;
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        resolve(performance.now());
      }),
    );
  },

  /** Notes the time of every animation frame until `stopFrames`. */
  startFrames() {
    const times = [];
    this.frames = { times, running: true };
    const { frames } = this;
    const note = (time) => {
      times.push(time);
      if (frames.running) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  },

  stopFrames() {
    this.frames.running = false;
    return this.frames.times;
  },
};
