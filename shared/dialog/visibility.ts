/** Tells whenever an element begins or ceases to be shown, be it by its own doing or by that of what holds it. */
export const watchVisibility = (element: Element, tell: (isShown: boolean) => void): void => {
  let before = element.checkVisibility();
  const look = (): void => {
    const now = element.checkVisibility();
    if (now === before) return;
    before = now;
    tell(now);
  };
  // The one notices what has no box, the other what has one and is not shown, as in a closed `details`.
  new ResizeObserver(look).observe(element);
  new IntersectionObserver(look).observe(element);
};
