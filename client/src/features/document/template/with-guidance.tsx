import { useCallback, type ReactNode } from 'react'
import { GuidanceContext } from './guidance-context.js'
import { useTemplate } from './template.js'

/** Has the template's own words stand beside the questions of a document. */
export function WithGuidance({ documentId, children }: { readonly documentId: string; readonly children: ReactNode }) {
  const { data } = useTemplate(documentId)
  const said = useCallback(
    (question: string) => {
      const own = data?.guidance[question]
      return data && own ? { ...own, language: data.template.language } : null
    },
    [data]
  )
  return <GuidanceContext value={said}>{children}</GuidanceContext>
}
