const TEST =
  /(?:^|\/)(?:t|[\w.-]*tests?|testing|test-?data|specs?|__tests__|__mocks__|mocks?|fixtures?|testutils?|e2e|integration|cypress|stubs?|__snapshots__)\/|[._-](?:test|spec|mock|stories|e2e)s?\.[\w.]+$|(?:^|\/)(?:test_|conftest)[\w-]*\.\w+$|(?:Tests?|IT|Spec|TestCase|Mocks?)\.(?:java|kt|cs|php|swift|scala|groovy|m|rb)$|_test\.\w+$|\.snap$/i;
const SHOWN =
  /(?:^|\/)(?:docs?|documentation|guides?|examples?|samples?|demos?|tutorials?|playgrounds?|websites?|man|changelogs?|benchmarks?|bench)\/|(?:^|\/)(?:readme|changelog|changes|news|history|contributing)[\w.-]*$/i;
const TRANSLATED =
  /(?:^|\/)(?:locales?|locali[sz]ations?|i18n|intl|l10n|translations?|lang|languages|po|LC_MESSAGES|values-[a-z]{2,3}(?:-r?\w+)?)\/|\.(?:po|pot|xlf|xliff|strings)$|(?:^|\/)messages_\w+\.properties$/i;
/** `pl-PL.json`, `pt_BR.php`. */
const LANGUAGE = /(?:^|\/)[a-z]{2}[-_][A-Z]{2}\.(?:json|ya?ml|php|properties|[jt]s)$/;
const DERIVED =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third[-_]?party|\.yarn)\/|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|composer\.lock|poetry\.lock|pipfile\.lock|gemfile\.lock|cargo\.lock|go\.sum|flake\.lock|mix\.lock|packages\.lock\.json|podfile\.lock|uv\.lock|bun\.lockb?|gradle\.lockfile)$|\.(?:map|min\.js|min\.css|min\.mjs|css|scss|less|svg|pdf|lockb?|sum)$/i;

/** What kind of file a path names, as far as that changes how sure one can be of a value found there. */
export type Place = 'plain' | 'test' | 'shown' | 'derived' | 'translated';

/**
 * Derived: lock files, source maps, minified code, what a package manager installed. Translated: texts of an
 * interface in one language. Test and shown: folders of code and prose that show off made-up values. Anything else is
 * plain, a lone file of any kind too.
 */
export function placeOf(path: string): Place {
  if (DERIVED.test(path)) return 'derived';
  if (TRANSLATED.test(path) || LANGUAGE.test(path)) return 'translated';
  if (TEST.test(path)) return 'test';
  return SHOWN.test(path) ? 'shown' : 'plain';
}
