/** What had the focus is gone with all around it: where it is nowhere in the next frame, it comes to the heading of the page. */
export function focusPage(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1[tabindex]')?.focus()
  })
}
