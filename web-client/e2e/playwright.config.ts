import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/**
 * The journeys run against a real program that somebody else started (LEITAI_E2E_HTTP, LEITAI_E2E_HTTPS), reached by
 * a host name that is not localhost: secure-context rules then apply as in a hall. An installed browser is preferred, the
 * one without a window first, which takes half the time; a machine without one uses the one that npm carries.
 */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']
const executablePath = process.env['LEITAI_E2E_BROWSER'] ?? INSTALLED.find(existsSync) ?? (await chromium.executablePath())

const http = process.env['LEITAI_E2E_HTTP']
if (!http) throw new Error('LEITAI_E2E_HTTP is not set: the address of a running program, such as http://hall.leitai.test:8080')
const https = process.env['LEITAI_E2E_HTTPS']

const launch = {
  executablePath,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP *.leitai.test 127.0.0.1',
    // The service worker wants a certificate without errors; this one is from a CA made in the data folder.
    ...(process.env['LEITAI_E2E_SPKI'] ? [`--ignore-certificate-errors-spki-list=${process.env['LEITAI_E2E_SPKI']}`] : []),
  ],
}

const ONCE_SECURE = /(chief|judge-live|judge-panel|judge-group|console-people|console-seats|boards-why).*\.spec\.ts/
const ONCE_PLAIN = /(judge-forms|console-import|console-rulebook|console-pages|console-sessions|console-numbers|console-answers)\.spec\.ts/

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  // On the build machine a journey that failed is tried once more, with a trace, and then reported as flaky; elsewhere once is enough.
  retries: process.env['CI'] ? 1 : 0,
  // A tablet looks at its server every few seconds; a loaded machine needs longer than the usual 5 s.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { launchOptions: launch, ignoreHTTPSErrors: true, locale: 'zh-CN', trace: 'on-first-retry' },
  projects: [
    // What does not depend on how the page came runs once: forms and files over HTTP, what several devices do together over HTTPS.
    { name: 'plain', use: { baseURL: http }, ...(https ? { testIgnore: ONCE_SECURE } : {}) },
    ...(https ? [{ name: 'secure', use: { baseURL: https }, testIgnore: ONCE_PLAIN }] : []),
  ],
})
