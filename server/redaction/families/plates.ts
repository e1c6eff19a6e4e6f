import { codeRule, entityType } from '../define-rule.ts';
import type { CodeRule, EntityFamily } from '../rule.ts';
import { boundedMatch } from '../bounded.ts';
import { americas, asiaAndPacific, europe, type PlateForm } from '../tables/plate-forms.ts';

const TYPE = 'TR_IN_NG_PLATES';

/** Plates of other countries. Their forms look like much else, so the word must be there. */
export const plates: EntityFamily = {
  types: [
    entityType(TYPE, { label: 'PLATE', tier: 'indirect', locale: '*' }, [
      'plate',
      'plates',
      'plate number',
      'license plate',
      'licence plate',
      'number plate',
      'registration plate',
      'rego',
      'vehicle registration',
      'plaka',
      'plakası',
      'plaka no',
      'immatriculation',
      "plaque d'immatriculation",
      'plaque',
      'targa',
      'matrícula',
      'matricula',
      'placa',
      'kenteken',
      'kennzeichen',
      'registreringsnummer',
      'rejestracyjny',
      'rekisterinumero',
      'rendszám',
      'госномер',
      'номерной знак',
      'ナンバープレート',
      '車両番号',
      '차량번호',
      '번호판',
      '車牌',
      '车牌',
      '车牌号',
      '車牌號碼',
    ]),
  ],
  rules: [
    ...[...europe, ...asiaAndPacific, ...americas].map(plate),
    {
      id: 'plate-jp',
      type: TYPE,
      kind: 'pattern',
      locale: 'JP',
      validator: 'office, class, kana, number',
      score: 0.9,
      context: 'free',
      needs: /[あ-を]/,
      pattern: /[\u4e00-\u9fff\u3040-\u309f]{1,4} ?\d{2,3} ?[あ-を] ?(?:\d{2}-\d{2}|[・.·]{1,3} ?\d{1,3})/g,
      accept: boundedMatch,
      tests: { found: ['⟦横浜 482 さ 48-29⟧'], ignored: ['横浜 482 48-29', '横浜 4 さ 48-29'] },
    },
    {
      id: 'plate-kr',
      type: TYPE,
      kind: 'pattern',
      locale: 'KR',
      validator: 'two or three digits, syllable, four digits',
      score: 0.85,
      context: 'free',
      needs: /[가-힣]/,
      pattern:
        /\d{2,3} ?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주허하호배아바사자] ?\d{4}/g,
      accept: boundedMatch,
      tests: { found: ['⟦482가 4829⟧', '차량번호 ⟦48나4829⟧'], ignored: ['4가 4829', '482가 482'] },
    },
    {
      // Folding reads some of its letters as Latin ones.
      id: 'plate-ru',
      type: TYPE,
      kind: 'pattern',
      locale: 'RU',
      validator: 'letters that Cyrillic and Latin share, three digits, region, context',
      score: 0.75,
      context: 'required',
      begins: 'word',
      pattern: /[АВЕКМНОРСТУХABEKMHOPCTYX]\d{3}[АВЕКМНОРСТУХABEKMHOPCTYX]{2} ?\d{2,3}/g,
      accept: boundedMatch,
      tests: { found: ['госномер ⟦К482РТ 77⟧'], ignored: ['госномер К48РТ 77', 'артикул К482РТ 77'] },
    },
  ],
};

function plate({ id, country, what, shape, groupings, example, wrong }: PlateForm): CodeRule {
  return codeRule(`plate-${id}`, TYPE, {
    locale: country,
    validator: `${what}, context`,
    score: 0.65,
    lengths: [5, 6, 7, 8, 9],
    groupings,
    shape,
    standsAlone: id === 'tr' || id === 'ng',
    found: [`plate number ⟦${example}⟧`],
    ignored: [`part ${example}`, `plate number ${wrong}`],
  });
}
