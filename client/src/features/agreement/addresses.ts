import { entrySearch } from '../../lib/entry-address.js'

/** The address of a clause in the editor, from anywhere in the same document. */
export const clauseAddress = (id: string): string => entrySearch('clause', id)

/** The whole agreement as text: another reading of the same document, so a parameter of its own. */
export const TEXT_ADDRESS = '?as=text'
/** The same, at one of its clauses. */
export const textAddress = (clauseId: string): string => `${TEXT_ADDRESS}#${textHeading(clauseId)}`
/** The id of a clause's heading in the text. */
export const textHeading = (clauseId: string): string => `text-${clauseId}`
export const isAsText = (search: URLSearchParams): boolean => search.get('as') === 'text'
