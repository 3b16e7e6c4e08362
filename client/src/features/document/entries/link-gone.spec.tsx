import '../../../../../test/support/browser-globals.js'
import { render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { startCatalogue } from '../../../locales/catalogue.js'
import { OpenDocumentContext, type OpenDocument } from '../open-document.js'
import { LinkGone } from './link-gone.js'

describe('a link to what is not in the document', () => {
  it('[UI-294] is told of once all of the document is on the page, and not before', async () => {
    const catalogue = await startCatalogue('en')
    const page = (isSynced: boolean) => (
      <I18nextProvider i18n={catalogue}>
        <OpenDocumentContext value={{ isSynced } as OpenDocument}>
          <LinkGone isGone />
        </OpenDocumentContext>
      </I18nextProvider>
    )
    const { rerender } = render(page(false))
    expect(screen.getByRole('status').textContent).toBe('')
    rerender(page(true))
    expect(screen.getByRole('status').textContent).toContain('is not in this document')
  })
})
