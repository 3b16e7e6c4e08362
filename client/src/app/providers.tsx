import { useRef, useState, type ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter } from 'react-router'
import { keepAnswers } from '../connection/kept-answers.js'
import { createQueryClient } from '../lib/query-client.js'
import { ariaTag } from '../locales/aria-words.js'
import { Announcer } from '../ui/announcer.js'
import { LastPage } from '../ui/page.js'

interface ProvidersProps {
  readonly catalogue: i18n
  readonly children: ReactNode
}

export function Providers({ catalogue, children }: ProvidersProps) {
  const [queryClient] = useState(() => keepAnswers(createQueryClient()))
  const lastPage = useRef<{ readonly path: string; readonly wasFocused: boolean } | null>(null)
  return (
    <I18nextProvider i18n={catalogue}>
      <I18nProvider locale={ariaTag(catalogue.language)}>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <LastPage value={lastPage}>
              <Announcer>{children}</Announcer>
            </LastPage>
          </BrowserRouter>
        </QueryClientProvider>
      </I18nProvider>
    </I18nextProvider>
  )
}
