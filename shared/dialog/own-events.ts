/** What is typed and clicked in the dialog is no shortcut, no change and no click of the page: the dialog is above all of it. */
const names = ['keydown', 'keypress', 'keyup', 'input', 'click'];

export const keepEvents = (modal: HTMLDialogElement): void => {
  for (const name of names) modal.addEventListener(name, (event) => event.stopPropagation());
  modal.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Browsers take dialogs that were opened without a click for one, and would close all of them.
    event.preventDefault();
    modal.close();
  });
};
