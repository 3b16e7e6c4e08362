/**
 * The catalogue is one file for whoever translates it, and comes to a browser in parts: what every page needs at once, and
 * by the first word of a key what only some pages need, together with them (`locales/parts`).
 */
export const CATALOGUE_PARTS = {
  documents: [
    ...['agreement', 'answer', 'attention', 'clause', 'closed', 'editor', 'entry', 'keyArea', 'objectives', 'objectiveShort'],
    ...['plain', 'principle', 'recovered', 'roadmap', 'save', 'task']
  ],
  workspace: [
    ...['acceptance', 'addDocument', 'dataClass', 'definition', 'engagement', 'engagementHint', 'interestKind', 'missing', 'modalityName'],
    ...['modalityPage', 'next', 'outcome', 'overview', 'population', 'profile', 'registry', 'registryLevel', 'stages', 'tableOne']
  ],
  people: ['invitations', 'mandate', 'members', 'protocol'],
  joining: ['join', 'keep', 'pseudonym']
}

const partOf = new Map(Object.entries(CATALOGUE_PARTS).flatMap(([part, words]) => words.map((word) => [word, part])))

/** The keys of one part; `undefined` for those that every page has. */
export function keysOfPart(catalogue, part) {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => partOf.get(key.split('.')[0]) === part))
}
