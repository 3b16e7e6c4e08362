import { readStored, writeStored } from '../lib/stored.js'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const darkWanted = window.matchMedia('(prefers-color-scheme: dark)')

export function keptTheme(): Theme {
  const kept = readStored('theme')
  return THEMES.find((theme) => theme === kept) ?? 'system'
}

export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && darkWanted.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

const listeners = new Set<() => void>()

export function keepTheme(theme: Theme): void {
  writeStored('theme', theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

/** Tells of every choice that is made on this page. */
export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets the theme before the first paint and follows the system while the person has chosen nothing else. */
export function startTheme(): void {
  applyTheme(keptTheme())
  darkWanted.addEventListener('change', () => applyTheme(keptTheme()))
}
