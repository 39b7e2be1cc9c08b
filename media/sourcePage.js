// The page of a source: shows what it is sent and says which control was used, by its number.
(() => {
  const host = acquireVsCodeApi();
  const main = document.querySelector("main");
  let revision = 0;
  let shown = "";

  window.addEventListener("message", ({ data }) => {
    if (data?.command === "show") show(data);
  });

  main.addEventListener("click", ({ target }) => {
    const control = target.closest("[data-action]");
    if (control !== null) host.postMessage({ command: "act", revision, action: Number(control.dataset.action) });
  });

  main.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-row]");
    const steps = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };
    if (row === null || !(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const controls = [...row.querySelectorAll("button")];
    const next = Math.min(Math.max(controls.indexOf(event.target) + steps[event.key], 0), controls.length - 1);
    enter(controls, controls[next]);
    controls[next]?.focus();
    event.preventDefault();
  });

  main.addEventListener("focusin", ({ target }) => {
    const row = target.closest("[data-row]");
    if (row !== null) enter([...row.querySelectorAll("button")], target);
  });

  /** Tab comes to one control of a row; arrow keys go on from there. */
  function enter(controls, entry) {
    for (const control of controls) control.tabIndex = control === entry ? 0 : -1;
  }

  function show({ revision: next, html, state }) {
    const subject = JSON.stringify([state.uri, state.key]);
    const isSame = subject === shown;
    const open = new Map([...main.querySelectorAll("details")].map((details) => [details.dataset.id, details.open]));
    const focused = document.activeElement?.dataset?.id;
    const entries = [...main.querySelectorAll("[data-row] [tabindex='0']")].map((control) => control.dataset.id);
    const scrolled = window.scrollY;
    revision = next;
    shown = subject;
    main.innerHTML = html;
    main.removeAttribute("aria-busy");
    host.setState(state);
    for (const details of main.querySelectorAll("details")) {
      if (open.has(details.dataset.id)) details.open = open.get(details.dataset.id);
    }
    for (const row of main.querySelectorAll("[data-row]")) {
      const controls = [...row.querySelectorAll("button")];
      enter(controls, controls.find(({ dataset }) => entries.includes(dataset.id)) ?? row.querySelector("[aria-pressed='true']") ?? controls[0]);
    }
    if (focused !== undefined) [...main.querySelectorAll("[data-id]")].find(({ dataset }) => dataset.id === focused)?.focus({ preventScroll: isSame });
    window.scrollTo(0, isSame ? scrolled : 0);
  }

  host.postMessage({ command: "ready" });
})();
