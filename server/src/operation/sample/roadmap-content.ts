import { addTask, part, writeRichText, type NewTask } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { paragraphs } from './objectives-content.js'

const TASKS: readonly (NewTask & { readonly why: string })[] = [
  {
    title: 'Agree with the councils where the thirty sampling points are',
    why: 'The people who drink the water know which points matter.',
    keyArea: 'RA3',
    stage: 'S1',
    leadSide: 'civic',
    schedule: { start: '2026-11-02', due: '2026-12-18' },
    sign: 'A map both sides have looked at together'
  },
  {
    title: 'Train sixty samplers, half of them women',
    why: 'Two for each point, so that nobody has to be there every month.',
    keyArea: 'RA5',
    stage: 'S2',
    leadSide: 'civic',
    schedule: { start: '2027-01-11', due: '2027-02-26' },
    sign: 'Sixty people have taken and read three samples'
  },
  {
    title: 'Publish the validation method in plain language',
    why: 'Whoever measures should know how a reading is checked, and may check it too.',
    keyArea: 'RA4',
    stage: 'S3',
    leadSide: 'state',
    schedule: { due: '2027-03-31' },
    sign: 'Two pages, read aloud at a council meeting'
  },
  {
    title: 'Find funding for test kits after the first year',
    why: 'The present grant ends in December 2027.',
    keyArea: 'RA1',
    stage: null,
    leadSide: 'state',
    schedule: {},
    sign: 'A line in the ministry’s budget'
  }
]

export function fillRoadmap(doc: Y.Doc, newId: () => string): void {
  for (const { why, ...task } of TASKS) {
    const id = addTask(doc, { newId }, task)
    const fragment = part(doc, 'roadmap', id, 'why')
    if (fragment) writeRichText(fragment, paragraphs(newId, why))
  }
}
