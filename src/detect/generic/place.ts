const TEST =
  /(?:^|\/)(?:t|[\w.-]*tests?|testing|test-?data|specs?|__tests__|__mocks__|mocks?|fixtures?|testutils?|e2e|integration|cypress|stubs?|__snapshots__)\/|[._-](?:test|spec|mock|stories|e2e)s?\.[\w.]+$|(?:^|\/)(?:test_|conftest)[\w-]*\.\w+$|(?:Tests?|IT|Spec|TestCase|Mocks?)\.(?:java|kt|cs|php|swift|scala|groovy|m|rb)$|_test\.\w+$|\.snap$/i;
const SHOWN =
  /(?:^|\/)(?:docs?|documentation|guides?|examples?|samples?|demos?|tutorials?|playgrounds?|websites?|man|changelogs?|benchmarks?|bench)\/|(?:^|\/)(?:readme|changelog|changes|news|history|contributing)[\w.-]*$/i;
const TRANSLATED =
  /(?:^|\/)(?:locales?|i18n|l10n|translations?|lang|languages|po|LC_MESSAGES)\/|\.(?:po|pot|xlf|xliff|strings)$|(?:^|\/)messages_\w+\.properties$/i;
const DERIVED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|composer\.lock|poetry\.lock|pipfile\.lock|gemfile\.lock|cargo\.lock|go\.sum|flake\.lock|mix\.lock|packages\.lock\.json|podfile\.lock|uv\.lock|bun\.lockb?|gradle\.lockfile)$|\.(?:map|min\.js|min\.css|min\.mjs|css|scss|less|svg|lockb?|sum)$/i;

/** What kind of file a path names, as far as that changes how sure one can be of a value found there. */
export type Place = 'plain' | 'test' | 'shown' | 'derived';

/**
 * Derived: lock files, source maps, minified code, translations. Test and shown: folders of code and prose that show
 * off made-up values. Anything else is plain, a lone file of any kind too.
 */
export function placeOf(path: string): Place {
  if (DERIVED.test(path) || TRANSLATED.test(path)) return 'derived';
  if (TEST.test(path)) return 'test';
  return SHOWN.test(path) ? 'shown' : 'plain';
}
