import type { PresentUser } from '../frame/present-user.js'

/** Marks the part of the page in which somebody writes, by name and colour: one at a time. */
export class FollowedMark {
  #at: HTMLElement | null = null

  put(element: HTMLElement, { name, color }: Pick<PresentUser, 'name' | 'color'>): void {
    if (this.#at !== element) this.take()
    this.#at = element
    element.dataset.followed = name
    element.dataset.person = String(color % 6)
  }

  take(): void {
    delete this.#at?.dataset.followed
    delete this.#at?.dataset.person
    this.#at = null
  }
}
