import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { RecoverPage, SessionsPage, SignInPage } from '../features/identity/index.js'
import { InitiativePage, InitiativesPage } from '../features/workspace/index.js'
import { NotFoundPage } from '../ui/pending-page.js'
import { Layout } from './layout.js'
import { SignedIn } from './signed-in.js'

/** Documents bring Yjs and the editors with them: they are fetched when one is opened. */
const DocumentPage = lazy(async () => ({ default: (await import('./document-page.js')).DocumentPage }))

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/recover" element={<RecoverPage />} />
        <Route element={<SignedIn />}>
          <Route index element={<Navigate to="/initiatives" replace />} />
          <Route path="/initiatives" element={<InitiativesPage />} />
          <Route path="/initiatives/:id" element={<InitiativePage />} />
          <Route path="/documents/:id" element={<DocumentPage />} />
          <Route path="/sessions" element={<SessionsPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
