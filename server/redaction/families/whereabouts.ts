import { boundedMatch } from '../bounded.ts';
import { type EntityFamily, type Span, wholeMatch } from '../rule.ts';

/** Where somebody is, was and travels (GB/T 45574: whereabouts). */
export const whereabouts: EntityFamily = {
  types: [
    {
      id: 'GPS_COORDINATE',
      label: 'GPS',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context: (
        'gps|coordinates|coordinate|latitude|longitude|lat|lon|lng|long|lat/long|geo|geolocation|located at|position|' +
        '经纬度|坐标|定位|经度|纬度|北纬|东经|南纬|西经|gps坐标|位置'
      ).split('|'),
    },
    {
      id: 'LOCATION_TRACK',
      label: 'TRACK',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: (
        'itinerary|whereabouts|flight|flight number|flight no|train|route|travelled from|traveled from|trip|check-in|checked in|' +
        '行踪|轨迹|行程|行程单|行动轨迹|活动轨迹|行踪轨迹|航班|航班号|车次|列车|高铁|动车|乘坐|搭乘|入住|途经|出发地|目的地'
      ).split('|'),
    },
  ],
  rules: [
    {
      id: 'gps-decimal-pair',
      type: 'GPS_COORDINATE',
      kind: 'pattern',
      validator: 'latitude and longitude, four decimals or more',
      score: 0.8,
      context: 'free',
      needs: '.',
      pattern: /[+-]?\d{1,3}\.\d{4,10}°? ?[NSEW]?[,，;/ ] ?[+-]?\d{1,3}\.\d{4,10}°? ?[NSEW]?/g,
      accept: pairFound,
      tests: {
        found: [
          'at ⟦31.2304, 121.4737⟧.',
          '坐标⟦39.90420,116.40739⟧',
          '⟦-33.86882 151.20929⟧',
          '⟦40.7128° N, 74.0060° W⟧',
        ],
        ignored: ['from 1.23456, 2.5', '912.34567, 121.47370', '31.2304'],
      },
    },
    {
      id: 'gps-iso-6709',
      type: 'GPS_COORDINATE',
      kind: 'pattern',
      validator: 'ISO 6709 string',
      score: 0.85,
      context: 'free',
      needs: '+',
      pattern:
        /[+-]\d{2}(?:\d{2}){0,2}\.\d{2,8}[+-]\d{3}(?:\d{2}){0,2}\.\d{2,8}(?:[+-]\d{1,6}(?:\.\d{1,3})?)?\//g,
      accept: wholeMatch,
      tests: {
        found: ['location=⟦+31.2304+121.4737/⟧', '⟦+35.6895-139.6917+40.5/⟧'],
        ignored: ['+31.2304', '1+31.23+12.47/'],
      },
    },
    {
      id: 'gps-dms',
      type: 'GPS_COORDINATE',
      kind: 'pattern',
      validator: 'degrees, minutes and seconds',
      score: 0.85,
      context: 'free',
      needs: '°',
      pattern:
        /\d{1,3}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[NS][,， ]{1,2}\d{1,3}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[EW]/g,
      accept: wholeMatch,
      tests: {
        found: [`at ⟦31°13'49"N 121°28'25"E⟧`, "⟦40°42'N, 74°00'W⟧"],
        ignored: [`31°13'49"N`, '20° C, 30° C'],
      },
    },
    {
      id: 'gps-zh',
      type: 'GPS_COORDINATE',
      kind: 'list',
      locale: 'CN',
      words: ['北纬', '南纬', '东经', '西经'],
      validator: 'degrees after the Chinese words',
      score: 0.85,
      context: 'free',
      accept: chineseDegrees,
      tests: {
        found: ['位于⟦北纬31°13′49″⟧', '⟦东经121.4737度⟧', '⟦北纬31.2304⟧'],
        ignored: ['北纬地区', '东经百余'],
      },
    },
    {
      id: 'gps-labelled',
      type: 'GPS_COORDINATE',
      kind: 'label',
      validator: 'one number from -180 to 180 with decimals, context',
      score: 0.75,
      value: /[+-]?\d{1,3}\.\d{3,10}/y,
      accept: degreesFound,
      tests: {
        found: ['lat: ⟦31.2304⟧', '经度：⟦121.4737⟧', '"lng": -⟦74.0060⟧'],
        ignored: ['lat: 311.2304', 'price: 31.2304'],
      },
    },
    {
      id: 'gps-geo-uri',
      type: 'GPS_COORDINATE',
      kind: 'literal',
      literals: ['geo:'],
      validator: 'RFC 5870',
      score: 0.9,
      pattern: /geo:-?\d{1,2}(?:\.\d{1,10})?,-?\d{1,3}(?:\.\d{1,10})?(?:,-?\d{1,5})?/y,
      tests: { found: ['open ⟦geo:31.2304,121.4737⟧'], ignored: ['geo:shanghai', 'geo:311.2,4'] },
    },
    {
      id: 'track-flight',
      type: 'LOCATION_TRACK',
      kind: 'code',
      validator: 'IATA airline and flight number, context',
      score: 0.75,
      context: 'required',
      lengths: [5, 6],
      groupings: ['2-3', '2-4'],
      shape: /^(?:[A-Z]{2}|[A-Z]\d|[23589][A-Z])\d{3,4}$/,
      tests: { found: ['航班⟦MU5101⟧', 'flight ⟦BA 286⟧'], ignored: ['room MU5101', 'flight 5101'] },
    },
    {
      id: 'track-train-zh',
      type: 'LOCATION_TRACK',
      kind: 'code',
      locale: 'CN',
      validator: 'train number of China Railway, context',
      score: 0.7,
      context: 'required',
      lengths: [2, 3, 4, 5],
      groupings: [],
      shape: /^[GDCZTKYSL]\d{1,4}$/,
      tests: { found: ['乘坐⟦G1234⟧次列车', '车次：⟦D5⟧'], ignored: ['型号G1234', '车次：A12'] },
    },
    {
      id: 'track-arrows',
      type: 'LOCATION_TRACK',
      kind: 'label',
      validator: 'places joined by arrows, right after a word for a journey',
      score: 0.75,
      value: /[\u4e00-\u9fffA-Za-z]{2,12}(?: ?(?:→|->|—>|=>) ?[\u4e00-\u9fffA-Za-z]{2,12}){1,8}/y,
      accept: wholeMatch,
      tests: {
        found: ['行程：⟦上海→杭州→宁波⟧', 'Itinerary: ⟦Oslo -> Bergen⟧'],
        ignored: ['输入→输出', '行程安排'],
      },
    },
    {
      id: 'track-zh',
      type: 'LOCATION_TRACK',
      kind: 'label',
      locale: 'CN',
      validator: 'time and place right after a word for whereabouts',
      score: 0.65,
      value: /(?:\d{1,2}月\d{1,2}日|\d{1,2}[:：点时]\d{0,2}分?)[\u4e00-\u9fff\d:：,，、]{4,60}/y,
      accept: wholeMatch,
      tests: {
        found: ['行动轨迹：⟦3月15日乘地铁2号线前往浦东机场⟧'],
        ignored: ['轨迹：无', '3月15日乘地铁2号线前往浦东机场'],
      },
    },
    {
      id: 'track-stay-zh',
      type: 'LOCATION_TRACK',
      kind: 'label',
      locale: 'CN',
      validator: 'hotel after a word for a stay',
      score: 0.65,
      value: /[\u4e00-\u9fffA-Za-z·()]{2,20}(?:酒店|宾馆|饭店|民宿|旅馆|公寓)(?:\d{3,4}(?:房间?|室|号房))?/y,
      accept: wholeMatch,
      tests: { found: ['当晚入住⟦西湖国宾酒店1203房⟧'], ignored: ['入住须知', '西湖国宾酒店'] },
    },
  ],
};

function pairFound(match: RegExpExecArray, text: string): Span | undefined {
  const [first = 0, second = 0] = (match[0].match(/[+-]?\d{1,3}\.\d+/g) ?? []).map(Number);
  const inRange =
    Math.min(Math.abs(first), Math.abs(second)) <= 90 && Math.max(Math.abs(first), Math.abs(second)) <= 180;
  return inRange && !/\d\.?$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    ? boundedMatch(match, text)
    : undefined;
}

function chineseDegrees({ start, end }: Span, text: string): Span | undefined {
  const degrees =
    /^[: ]?\d{1,3}(?:\.\d{1,8})?(?:[°度](?:\d{1,2}(?:\.\d{1,4})?[′分'](?:\d{1,2}(?:\.\d{1,4})?[″秒"])?)?)?/.exec(
      text.slice(end, end + 30),
    );
  return degrees === null ? undefined : { start, end: end + degrees[0].length };
}

function degreesFound(match: RegExpExecArray, text: string): Span | undefined {
  return Math.abs(Number(match[0])) <= 180 ? boundedMatch(match, text) : undefined;
}
