import { Navigate, Route, Routes } from 'react-router'
import { RecoverPage, SessionsPage, SignInPage } from '../features/identity/index.js'
import { InitiativePage, InitiativesPage } from '../features/workspace/index.js'
import { NotFoundPage } from '../ui/pending-page.js'
import { DocumentRoute } from './document-route.js'
import { Layout } from './layout.js'
import { SignedIn } from './signed-in.js'

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
          <Route path="/documents/:id" element={<DocumentRoute />} />
          <Route path="/sessions" element={<SessionsPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
