// Asks the browser for a passkey before a form that needs one is sent. Without this script, or in a browser that has no
// passkeys, such buttons stay hidden, and the pages work by their other forms.
"use strict";

const named = !/^[0-9.]+$|^\[/.test(location.hostname);
const able = named && isSecureContext && typeof PublicKeyCredential === "function"
  && "parseCreationOptionsFromJSON" in PublicKeyCredential && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function ask(button) {
  const form = new FormData(button.form);
  form.delete("password");
  const answer = await fetch(button.dataset.options, { method: "POST", body: form });
  if (!answer.ok) return "";
  const options = await answer.json();
  const credential = button.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

async function send(event) {
  event.preventDefault();
  const button = event.currentTarget;
  const form = button.form;
  const fault = button.parentElement.nextElementSibling;
  const others = [...form.elements].filter((field) => field.type === "password");
  if ([...form.elements].some((field) => !others.includes(field) && !field.reportValidity())) return;
  fault.hidden = true;
  button.disabled = true;
  try {
    form.elements.credential.value = await ask(button);
    for (const field of others) field.disabled = true;
    form.action = button.formAction;
    form.submit();
  } catch {
    fault.hidden = false;
  } finally {
    button.disabled = false;
  }
}

if (able) {
  for (const part of document.querySelectorAll("[data-passkeys]")) part.hidden = false;
  for (const button of document.querySelectorAll("[data-passkey]")) button.addEventListener("click", send);
}
