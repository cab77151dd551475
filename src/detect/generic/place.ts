const TEST =
  /(?:^|\/)(?:[\w.-]*tests?|testing|test-?data|specs?|__tests__|__mocks__|mocks?|fixtures?|testutils?|e2e|integration|cypress|stubs?)\/|[._-](?:test|spec|mock|stories|e2e)s?\.[\w.]+$|(?:^|\/)(?:test_|conftest)[\w-]*\.\w+$|(?:Tests?|IT|Spec|TestCase|Mocks?)\.(?:java|kt|cs|php|swift|scala|groovy|m|rb)$|_test\.\w+$|\.snap$/i;
const SHOWN =
  /(?:^|\/)(?:docs?|documentation|examples?|samples?|demos?|tutorials?|playground|website|site|locales?|i18n|l10n|translations?|lang|man|changelogs?|benchmarks?|bench)\/|\.(?:md|mdx|rst|adoc|asciidoc|txt|html?|po|pot|xlf|ipynb|tex|[1-8])$|(?:^|\/)(?:readme|changelog|changes|news|history|contributing)[\w.-]*$/i;
const DERIVED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|composer\.lock|poetry\.lock|pipfile\.lock|gemfile\.lock|cargo\.lock|go\.sum|flake\.lock|mix\.lock|packages\.lock\.json|podfile\.lock|uv\.lock|bun\.lockb?|gradle\.lockfile)$|\.(?:map|min\.js|min\.css|min\.mjs|css|scss|less|svg|lockb?|sum)$/i;

/** What kind of file a path names, as far as that changes how sure one can be of a value found there. */
export type Place = 'plain' | 'test' | 'shown' | 'derived';

/** Derived: lock files, source maps, minified code; test and shown: code and prose that shows off made-up values. */
export function placeOf(path: string): Place {
  if (DERIVED.test(path)) return 'derived';
  if (TEST.test(path)) return 'test';
  // A single file name says nothing about where it stands.
  return path.includes('/') && SHOWN.test(path) ? 'shown' : 'plain';
}
