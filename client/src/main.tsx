import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { expectSomebody } from './app/expect-somebody.js'
import { Providers } from './app/providers.js'
import { AppRoutes } from './app/routes.js'
import { startTheme } from './app/theme.js'
import { startCatalogue } from './locales/catalogue.js'
import { chosenLocale } from './locales/locale.js'
import { hearBackFirst } from './ui/back-step.js'
import './ui/styles.css'

startTheme()
hearBackFirst()
expectSomebody(window.location.pathname)
const catalogue = await startCatalogue(chosenLocale(window.location.search))
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers catalogue={catalogue}>
      <AppRoutes />
    </Providers>
  </StrictMode>
)
