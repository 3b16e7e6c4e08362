/** What the address of one entry of a document is called by. */
export type LinkName = 'clause' | 'task' | 'objective' | 'question'

/** The address of an entry from anywhere in its document. */
export const entrySearch = (link: LinkName, id: string): string => `?${link}=${encodeURIComponent(id)}`

/** The same from anywhere. */
export const entryAddress = (documentId: string, link: LinkName, id: string): string => `/documents/${documentId}${entrySearch(link, id)}`
