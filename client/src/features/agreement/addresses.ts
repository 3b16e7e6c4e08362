import { entrySearch } from '../../lib/entry-address.js'

/** The address of a clause in the editor, from anywhere in the same document. */
export const clauseAddress = (id: string): string => entrySearch('clause', id)

/** The whole agreement as text: another reading of the same document, so a parameter of its own. */
export const TEXT_ADDRESS = '?as=text'
export const isAsText = (search: URLSearchParams): boolean => search.get('as') === 'text'
