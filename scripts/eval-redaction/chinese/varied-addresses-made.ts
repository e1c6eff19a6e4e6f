import { type Half, halfOf } from './chinese-corpus.ts';
import type { Pick } from './random-pick.ts';

/** Province, its short form, city, counties. */
const places: readonly (readonly [province: string, short: string, city: string, counties: string])[] = [
  ['', '', '北京市', '石景山区 房山区 顺义区 怀柔区 密云区 门头沟区'],
  ['', '', '上海市', '长宁区 虹口区 嘉定区 奉贤区 青浦区 黄浦区'],
  ['', '', '重庆市', '九龙坡区 巴南区 合川区 璧山区 云阳县'],
  ['', '', '天津市', '红桥区 津南区 武清区 西青区'],
  ['广东省', '广东', '东莞市', ''],
  ['广东省', '广东', '中山市', ''],
  ['广东省', '广东', '惠州市', '惠城区 惠阳区 博罗县 惠东县'],
  ['广东省', '广东', '汕头市', '金平区 龙湖区 潮阳区'],
  ['浙江省', '浙江', '金华市', '婺城区 义乌市 东阳市 永康市'],
  ['浙江省', '浙江', '嘉兴市', '南湖区 海宁市 桐乡市'],
  ['江苏省', '江苏', '徐州市', '云龙区 泉山区 铜山区 沛县'],
  ['江苏省', '江苏', '南通市', '崇川区 如皋市 启东市'],
  ['山东省', '山东', '烟台市', '芝罘区 福山区 莱阳市 龙口市'],
  ['山东省', '山东', '潍坊市', '奎文区 寿光市 诸城市 昌乐县'],
  ['河南省', '河南', '洛阳市', '涧西区 西工区 孟津区 栾川县'],
  ['河南省', '河南', '南阳市', '宛城区 卧龙区 邓州市 唐河县'],
  ['湖北省', '湖北', '宜昌市', '西陵区 伍家岗区 枝江市 秭归县'],
  ['湖南省', '湖南', '株洲市', '天元区 荷塘区 醴陵市 攸县'],
  ['四川省', '四川', '绵阳市', '涪城区 游仙区 江油市 三台县'],
  ['陕西省', '陕西', '宝鸡市', '金台区 渭滨区 岐山县 眉县'],
  ['福建省', '福建', '漳州市', '芗城区 龙海区 漳浦县'],
  ['安徽省', '安徽', '芜湖市', '镜湖区 弋江区 无为市'],
  ['江西省', '江西', '赣州市', '章贡区 南康区 于都县 瑞金市'],
  ['河北省', '河北', '唐山市', '路北区 丰润区 遵化市 迁西县'],
  ['山西省', '山西', '大同市', '平城区 云冈区 浑源县'],
  ['辽宁省', '辽宁', '鞍山市', '铁东区 立山区 海城市 岫岩满族自治县'],
  ['黑龙江省', '黑龙江', '齐齐哈尔市', '建华区 龙沙区 讷河市'],
  ['云南省', '云南', '大理白族自治州', '大理市 祥云县 巍山彝族回族自治县'],
  ['贵州省', '贵州', '遵义市', '红花岗区 汇川区 仁怀市'],
  ['广西壮族自治区', '广西', '桂林市', '七星区 象山区 阳朔县'],
  ['内蒙古自治区', '内蒙古', '包头市', '昆都仑区 青山区 土默特右旗'],
  ['新疆维吾尔自治区', '新疆', '喀什地区', '喀什市 疏勒县 莎车县'],
  ['宁夏回族自治区', '宁夏', '吴忠市', '利通区 青铜峡市'],
  ['甘肃省', '甘肃', '天水市', '秦州区 麦积区 甘谷县'],
];
const roads =
  '青年路 红旗大街 胜利西路 振兴路 银河路 长宁路 淮海中路 车公庄大街 复兴门外大街 昌平路 虹桥路 古北路 九眼桥街 东大街 西二环路 南三环中路 工农路 铁路街 电厂路 矿区南路 沿江东路 湖滨北路 莲花北路 凤凰山路 紫荆大道 樱花街 桂园一街 竹林巷 柳树胡同 井儿胡同 帽儿胡同 东四十条 灯市口大街 白云观街 北京东路 南宁路 重庆中路 兴业二路 创新三街 银湖大道 海景二路 鹤山街 太平坊巷 石板街 永安里 福寿里 江滨大道 高家巷 王府大街 赵家楼胡同 张江路 马鞍山路 黄石东路 金沙江路 田林十二村路 文化宫路 师范路 教育南路 体育馆东街 老火车站路 产业大道 物流一路'.split(
    ' ',
  );
const estates =
  '锦江城 绿城百合公寓 富力城 万象新天 观澜湖畔 星河湾 滨江一号 中央公馆 香樟园 金桂苑 梧桐里 尚品国际 学府雅苑 莲花新村 育新小区 电力家属院 纺织厂宿舍 铁路新村 凯旋门花园 御龙湾 东湖名郡 春江花月 翰林雅居 丽景华庭 江南水乡 和谐家园 府前小区 建业森林半岛 海棠公馆 仁恒河滨城 合生江山帝景 荣盛锦绣 城投佳境 新城吾悦 奥园康城 天域蓝湾'.split(
    ' ',
  );
const towers =
  '恒隆广场 环宇大厦 绿地中心 东方明珠大厦 汇金国际 平安金融中心 海航大厦 华润大厦 电子信息大厦 云谷科技园 天安数码城 高新孵化基地 保利国际广场 财富中心 新世界百货 民生大厦 联合大厦 创智天地 星汇国际 宏泰大厦'.split(
    ' ',
  );
const towns =
  '长安镇 虎门镇 小榄镇 石碣镇 南庄镇 官林镇 双河镇 红星乡 青龙乡 五里镇 东风街道 建设街道 胜利街道 北关街道 清溪镇 杨村镇 黄土岗镇 马家店街道 高桥镇 洪山乡'.split(
    ' ',
  );
const villages =
  '前进村 王各庄村 西洼村 大李家村 赵家沟 陈家湾 下河村 柳树屯 三棵树村 老鹰窝组 上坝村 张家冲 新农村 石门坎村 高庄 孙家堡子村 黄花甸村 东升村 联合村 八里铺'.split(
    ' ',
  );
const stations = '菜鸟驿站 丰巢快递柜 兔喜生活 妈妈驿站 京东快递站 快递代收点 门卫室 物业前台 传达室'.split(
  ' ',
);
/** As the library Faker makes them. */
const fakerDistricts =
  '西夏 永川 秀英 高港 清城 兴山 锡山 清河 涪城 华龙 长寿 平山 朝阳 淄川 白云 江北 上街 怀柔 山亭 合川'.split(
    ' ',
  );
const fakerCities =
  '沈阳市 东莞县 六安县 兴城县 马鞍山市 桂芝市 海门县 宁德县 建军市 辛集市 永安县 石家庄市'.split(' ');
const fakerStreets =
  '太原路 深圳街 王路 张街 合肥路 长春街 李路 关岭街 嘉禾街 六盘水路 海口街 陈街 汕尾路 刘路'.split(' ');

export function makeVariedAddress(pick: Pick, half: Half): string {
  const region = makeRegion(pick, half);
  const road = pick.one(halfOf(roads, half));
  const kind = pick.number(100);
  if (kind < 22) return `${region}${road}${makeNumber(pick)}${makeEstateOrNothing(pick, half)}`;
  if (kind < 34) return `${region}${pick.one(halfOf(towns, half))}${road}${makeNumber(pick)}`;
  if (kind < 44) return `${region}${pick.one(halfOf(estates, half))}${makeFlat(pick)}`;
  if (kind < 56)
    return `${region}${pick.one(halfOf(towns, half))}${pick.one(halfOf(villages, half))}${makeGroup(pick)}`;
  if (kind < 64)
    return `${region}${road}${pick.number(2500) + 10}弄${pick.number(80) + 1}号${pick.chance(0.7) ? `${makeRoom(pick)}室` : ''}`;
  if (kind < 74)
    return `${region}${road}${makeNumber(pick)}${pick.one(halfOf(towers, half))}${makeOffice(pick)}`;
  if (kind < 82) return `${region}${road}${makeNumber(pick)}`;
  if (kind < 88) return `${region}${road}与${pick.one(halfOf(roads, half))}交叉口`;
  if (kind < 94) return `${region}${pick.one(halfOf(estates, half))}${pick.number(9) + 1}期${makeFlat(pick)}`;
  return `${pick.one(places.filter(([province]) => province !== ''))[0]}${pick.one(halfOf(fakerCities, half))}${pick.one(halfOf(fakerDistricts, half))}${pick.one(halfOf(fakerStreets, half))}${pick.hanzi('ABCDEFGHJKLMNPQRSTUVWXYZ')}座`;
}

export function makeVariedChatAddress(pick: Pick, half: Half): string {
  const [, , city, counties] = pick.one(halfOf(places, half));
  const county = counties === '' ? '' : pick.one(counties.split(' '));
  const bareCity = city.replace(/(?:市|地区|白族自治州)$/, '');
  const bareCounty = county.length > 2 ? county.replace(/[区县市]$/, '') : county;
  const road = pick.one(halfOf(roads, half));
  const estate = pick.one(halfOf(estates, half));
  const kind = pick.number(100);
  if (kind < 12) return `${bareCity}${bareCounty}${road}${pick.number(400) + 1}号`;
  if (kind < 22) return `${bareCity}${county}${estate}${makeFlat(pick)}`;
  if (kind < 36) return `${estate}${makeFlat(pick)}`;
  if (kind < 50) return `${road}${makeNumber(pick)}${pick.chance(0.5) ? makeFlat(pick) : ''}`;
  if (kind < 60) return `${road}${pick.number(900) + 10}弄${pick.number(60) + 1}号${makeRoom(pick)}`;
  if (kind < 70) return `${pick.one(halfOf(towers, half))}${makeOffice(pick)}`;
  if (kind < 80) return `${bareCity}${bareCounty}${estate}${pick.number(30) + 1}号楼`;
  if (kind < 88)
    return `${county}${pick.one(halfOf(towns, half))}${pick.one(halfOf(villages, half))}${makeGroup(pick)}`;
  if (kind < 94) return `${estate}${pick.number(20) + 1}栋${pick.one(halfOf(stations, half))}`;
  return `${bareCity}${county}${road}`;
}

function makeRegion(pick: Pick, half: Half): string {
  const [province, short, city, counties] = pick.one(halfOf(places, half));
  const county = counties === '' ? '' : pick.one(counties.split(' '));
  const kind = pick.number(100);
  if (kind < 50) return province + city + county;
  if (kind < 70) return city + county;
  if (kind < 80) return short + city + county;
  if (kind < 88) return (short === '' ? city.replace(/市$/, '') : short) + (county === '' ? city : county);
  if (kind < 94) return `${city.replace(/(?:市|地区|白族自治州)$/, '')}${county === '' ? '市' : county}`;
  return county === '' ? `${province}${city}` : county;
}

function makeNumber(pick: Pick): string {
  const number = pick.number(999) + 1;
  return pick.one([
    `${number}号`,
    `${number}号`,
    `${number}号`,
    `${number}号院`,
    `${number}-${pick.number(9) + 1}号`,
    `${number}号附${pick.number(9) + 1}号`,
    `甲${number}号`,
  ]);
}

function makeEstateOrNothing(pick: Pick, half: Half): string {
  return pick.chance(0.5) ? pick.one(halfOf(estates, half)) + makeFlat(pick) : '';
}

function makeFlat(pick: Pick): string {
  const building = pick.number(40) + 1;
  const unit = pick.number(4) + 1;
  const room = makeRoom(pick);
  return pick.one([
    `${building}栋${unit}单元${room}室`,
    `${building}号楼${unit}单元${room}室`,
    `${building}号楼${room}`,
    `${building}幢${unit}单元${room}`,
    `${building}-${unit}-${room}`,
    `${building}-${room}`,
    `${pick.hanzi('ABCDEF')}栋${room}房`,
    `${building}座${room}`,
    `${pick.hanzi('一二三四五六七八九')}号楼${unit}门${room}`,
    `${building}号${room}室`,
  ]);
}

function makeOffice(pick: Pick): string {
  const floor = pick.number(30) + 2;
  return pick.one([
    `${floor}楼`,
    `${floor}层${makeRoom(pick)}`,
    `${pick.hanzi('ABC')}座${floor}楼${makeRoom(pick)}室`,
    `${pick.hanzi('ABC')}座${makeRoom(pick)}`,
    `${makeRoom(pick)}室`,
    `${floor}F`,
  ]);
}

function makeGroup(pick: Pick): string {
  return pick.one([
    `${pick.hanzi('一二三四五六')}组${pick.number(99) + 1}号`,
    `${pick.number(20) + 1}组`,
    `${pick.number(400) + 1}号`,
    `${pick.hanzi('一二三四五')}队`,
    `${pick.hanzi('一二三四五')}社${pick.number(50) + 1}号`,
  ]);
}

function makeRoom(pick: Pick): string {
  return `${pick.number(28) + 1}0${pick.number(8) + 1}`;
}
