// Holds the name of the reader's draft of themes while the tab is open, and gives it to the session after a reload.
const PLACE = "recoupe:draft";
let told = "";

export default function ({ data, setTriggerValue }) {
  try {
    if (data.asks) {
      const name = sessionStorage.getItem(PLACE);
      if (name && name !== told) setTriggerValue("kept", (told = name));
    } else if (data.token) sessionStorage.setItem(PLACE, data.token);
    else sessionStorage.removeItem(PLACE);
  } catch { /* a browser that forbids storage keeps no draft */ }
}
