import { CHANGED_PARTS } from '@roundtable/shared/protocol'
import { isConcerned } from './concerned.js'

const HERE = '0199a000-0000-4000-8000-000000000001'
const THERE = '0199a000-0000-4000-8000-000000000002'

describe('what has changed', () => {
  it.each(CHANGED_PARTS)('[UI-131] %s concerns the workspace and the part of it that is on the screen', (part) => {
    expect(isConcerned(['workspace', HERE], part, HERE)).toBe(true)
    expect(isConcerned(['workspace', HERE, part], part, HERE)).toBe(true)
  })

  it.each(CHANGED_PARTS)('[UI-131] %s concerns no other workspace, and nothing of the person', (part) => {
    expect(isConcerned(['workspace', THERE], part, HERE)).toBe(false)
    expect(isConcerned(['session'], part, HERE)).toBe(false)
    expect(isConcerned(['sessions'], part, HERE)).toBe(false)
  })

  it.each(CHANGED_PARTS)('[UI-234] %s concerns what waits for the person, wherever it was', (part) => {
    expect(isConcerned(['my-work'], part, HERE)).toBe(true)
  })

  it('[UI-131] a part that the change does not show in is left alone', () => {
    expect(isConcerned(['workspace', HERE, 'people'], 'stages', HERE)).toBe(false)
    expect(isConcerned(['workspaces'], 'stages', HERE)).toBe(false)
    expect(isConcerned(['document', THERE], 'people', HERE)).toBe(false)
  })
})
