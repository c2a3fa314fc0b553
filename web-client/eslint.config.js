import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      // Words belong into messages, in both languages; only signs may stand in a template.
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: ['(', ')', ',', '.', '&', '+', '-', '−', '=', '*', '/', '#', '%', '!', '?', ':', '[', ']', '{', '}', '<', '>', '·', '•', '‐', '–', '—', '|', '×', '✓', '✕', '↑', '↓', '→', '←', '«', '»', '…', '⌫', '±', '⊖', '0', '≤', '≥', '①', '②', '③'],
        },
      ],
    },
  },
  {
    // The domain and the way of the marks stay free of the framework, so that they can be tested and read alone.
    files: ['src/domain/**/*.ts', 'src/sync/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['vue', 'vue-*', '**/ui/*', '**/features/*'] }],
    },
  },
)
