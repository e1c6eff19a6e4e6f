import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { CrashGuard } from './components/crash-guard.tsx';
import { LanguageProvider } from './i18n/language.tsx';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <CrashGuard>
        <App />
      </CrashGuard>
    </LanguageProvider>
  </StrictMode>,
);
