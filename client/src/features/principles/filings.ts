import { useMutation, useQueryClient } from '@tanstack/react-query'
import { filedText, readFiled, unanswered, type Answer, type PrinciplesContent } from '@roundtable/shared/document'
import type { PrincipleCode, Side } from '@roundtable/shared/framework'
import type { PrinciplesView } from '@roundtable/shared/protocol'
import { hashOf } from '../../lib/hash-of.js'
import { request } from '../../lib/request.js'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { partKey } from '../workspace/index.js'

export type SideFiling = PrinciplesView['sides'][number]

/** Files the answers of which this is the hash: the server compares it with what it has. */
export function useFile(workspaceId: string, documentId: string) {
  const client = useQueryClient()
  const keyFor = useCreationKey()
  return useMutation({
    mutationFn: (contentHash: string) => {
      const body = { contentHash }
      return request('filePrinciples', { id: documentId, body, key: keyFor(body) })
    },
    onSuccess: (view) => client.setQueryData(partKey(workspaceId, 'principles'), view)
  })
}

/** SHA-256 of what would be filed, in hexadecimal. */
export function filingHash(content: PrinciplesContent): string {
  return hashOf(filedText(content))
}

/** The principles that keep a side from filing. */
export function missingOf(content: PrinciplesContent): readonly PrincipleCode[] {
  return unanswered(content)
}

/** What each side has filed last about one principle, in the sides' order: the civic side's first (R-18). */
export function answersTo(
  code: PrincipleCode,
  filed: ReadonlyMap<Side, PrinciplesContent>
): readonly { side: Side; answer: Answer | null }[] {
  return [...filed].map(([side, { answers }]) => ({ side, answer: answers.find(({ id }) => id === code) ?? null }))
}

/** The filed texts that are shown, read. */
export function filedOf({ sides }: PrinciplesView): ReadonlyMap<Side, PrinciplesContent> {
  return new Map(sides.flatMap(({ side, content }) => (content === null ? [] : [[side, readFiled(content)] as const])))
}
