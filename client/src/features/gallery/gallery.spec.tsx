import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { showPage } from '../../../../test/support/screen.js'
import { GalleryPage } from './gallery-page.js'

const UI = join(__dirname, '../../ui')
/** Frames of a page, which every page shows by itself: the gallery is one. And what shows nothing of its own. */
const FRAMES = ['page', 'pending-page', 'ask-before-leaving']
/** Shown with the component they are a part of. */
const PARTS = ['day-parts', 'meanwhile-line']

const namesOf = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'))
    .map((file) => file.replace('.tsx', ''))

describe('the gallery', () => {
  it('[UI-256] shows every component that screens are made of', () => {
    const sources = namesOf(__dirname).map((name) => readFileSync(join(__dirname, `${name}.tsx`), 'utf8'))
    const shown = new Set(sources.flatMap((text) => [...text.matchAll(/from '\.\.\/\.\.\/ui\/([\w-]+)\.js'/g)].map(([, name]) => name)))
    const components = namesOf(UI)
    expect(components.length).toBeGreaterThan(15)
    expect(components.filter((name) => !shown.has(name) && ![...FRAMES, ...PARTS].includes(name))).toEqual([])
  })

  it('[UI-256] under a heading for each, with its states by name', async () => {
    await showPage(<GalleryPage />, { route: '/gallery', at: '/gallery' })
    const sections = screen.getAllByRole('region')
    expect(sections.length).toBeGreaterThan(20)
    for (const section of sections) {
      expect(within(section).getAllByRole('heading', { level: 2 })[0]?.textContent).not.toBe('')
      expect(within(section).getAllByRole('group').length).toBeGreaterThan(0)
    }
  })
})
