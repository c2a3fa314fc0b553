import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    vue(),
    // Element Plus is for the organiser's console alone; no other feature may pull it in.
    Components({
      dirs: [],
      dts: false,
      include: [/features\/console\/.*\.vue(\?vue.*)?$/],
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: '擂台',
        short_name: '擂台',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf7f2',
        theme_color: '#8f1d1f',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      injectManifest: {
        // The console needs the server anyway; fonts are fetched slice by slice and kept by the worker at run time.
        globPatterns: ['index.html', 'assets/*.{js,css}', 'icon.svg'],
        globIgnores: ['assets/console-*', 'assets/element-*'],
      },
    }),
  ],
  define: {
    // Every component here and in Element Plus has a setup function; the other way of writing them stays out of the bundle.
    __VUE_OPTIONS_API__: false,
    __LEITAI_VERSION__: JSON.stringify(process.env['npm_package_version'] ?? 'development'),
  },
  build: {
    target: 'es2022',
    // The server's policy allows fonts from itself only: no font may be written into a style sheet as data.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    modulePreload: { polyfill: false, resolveDependencies: (_, deps) => deps.filter((dep) => !/console-|element-/.test(dep)) },
    minify: process.env['QUICK'] ? 'esbuild' : 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 2 } },
    manifest: true,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      output: {
        chunkFileNames: (chunk) =>
          chunk.moduleIds.some((id) => id.includes('/features/console/'))
            ? 'assets/console-[name]-[hash].js'
            : chunk.moduleIds.some((id) => id.includes('/element-plus/'))
              ? 'assets/element-[name]-[hash].js'
              : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
  },
})
