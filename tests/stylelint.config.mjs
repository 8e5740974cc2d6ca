/** Standard rules, and no physical sides: a right-to-left page must mirror by itself. */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'property-disallowed-list': [
      /^(?:margin|padding|border|inset)-(?:left|right|top|bottom)/,
      'left',
      'right',
      'top',
      'bottom',
      'width',
      'height',
      'min-width',
      'max-width',
    ],
    'declaration-property-value-disallowed-list': { 'text-align': ['left', 'right'], float: ['left', 'right'] },
    'custom-property-empty-line-before': null,
    'no-descending-specificity': null,
  },
};
