import type { Pick } from './random-pick.ts';

/** Province, city, districts. */
const places: readonly (readonly [province: string, city: string, counties: string])[] = [
  ['', '北京市', '朝阳区 海淀区 东城区 西城区 丰台区 通州区 昌平区 大兴区'],
  ['', '上海市', '浦东新区 徐汇区 静安区 闵行区 杨浦区 宝山区 松江区 普陀区'],
  ['', '天津市', '和平区 河西区 南开区 河东区 滨海新区'],
  ['', '重庆市', '渝中区 江北区 渝北区 南岸区 沙坪坝区 万州区'],
  ['广东省', '深圳市', '南山区 福田区 宝安区 龙岗区 罗湖区'],
  ['广东省', '广州市', '天河区 越秀区 海珠区 番禺区 白云区'],
  ['广东省', '佛山市', '禅城区 南海区 顺德区'],
  ['浙江省', '杭州市', '西湖区 拱墅区 上城区 余杭区 滨江区 萧山区'],
  ['浙江省', '宁波市', '海曙区 鄞州区 江北区 慈溪市'],
  ['浙江省', '温州市', '鹿城区 瓯海区 乐清市'],
  ['江苏省', '南京市', '玄武区 秦淮区 鼓楼区 建邺区 江宁区'],
  ['江苏省', '苏州市', '姑苏区 吴中区 虎丘区 昆山市 常熟市'],
  ['江苏省', '无锡市', '梁溪区 滨湖区 江阴市'],
  ['山东省', '济南市', '历下区 市中区 槐荫区 章丘区'],
  ['山东省', '青岛市', '市南区 崂山区 黄岛区 即墨区'],
  ['河南省', '郑州市', '金水区 二七区 中原区 新郑市'],
  ['湖北省', '武汉市', '洪山区 武昌区 江岸区 汉阳区'],
  ['湖南省', '长沙市', '岳麓区 芙蓉区 雨花区 长沙县'],
  ['四川省', '成都市', '武侯区 锦江区 青羊区 双流区 郫都区'],
  ['陕西省', '西安市', '雁塔区 碑林区 未央区 长安区'],
  ['福建省', '厦门市', '思明区 湖里区 集美区'],
  ['福建省', '泉州市', '丰泽区 晋江市 石狮市'],
  ['安徽省', '合肥市', '蜀山区 庐阳区 包河区 肥西县'],
  ['江西省', '南昌市', '东湖区 青山湖区 南昌县'],
  ['河北省', '石家庄市', '长安区 裕华区 正定县'],
  ['山西省', '太原市', '小店区 迎泽区 杏花岭区'],
  ['辽宁省', '沈阳市', '和平区 沈河区 铁西区 浑南区'],
  ['辽宁省', '大连市', '中山区 沙河口区 甘井子区'],
  ['吉林省', '长春市', '朝阳区 南关区 绿园区'],
  ['黑龙江省', '哈尔滨市', '南岗区 道里区 香坊区'],
  ['云南省', '昆明市', '五华区 盘龙区 官渡区 呈贡区'],
  ['贵州省', '贵阳市', '云岩区 南明区 观山湖区'],
  ['甘肃省', '兰州市', '城关区 七里河区 安宁区'],
  ['海南省', '海口市', '龙华区 美兰区 琼山区'],
  ['广西壮族自治区', '南宁市', '青秀区 西乡塘区 良庆区'],
  ['内蒙古自治区', '呼和浩特市', '赛罕区 新城区 回民区'],
  ['新疆维吾尔自治区', '乌鲁木齐市', '天山区 沙依巴克区 水磨沟区'],
  ['宁夏回族自治区', '银川市', '兴庆区 金凤区 贺兰县'],
  ['西藏自治区', '拉萨市', '城关区 堆龙德庆区'],
  ['青海省', '西宁市', '城西区 城东区 湟中区'],
];
const roads =
  '人民路 中山北路 解放大道 建国路 文三路 长江西路 和平街 学院路 科技二路 滨江大道 龙华中路 东风东路 迎宾大道 体育西路 香港中路 珠江路 天府大道北段 人民南路四段 延安西路 漕溪北路 南京东路 北三环东路 望京街 太白南路 朝阳门外大街 友谊大街 新华东街 为民路 向阳路 光谷大道 五一路 八一路 金融街 花园路 石化路 梧桐街 育才街 府前路 高新一路 经三路 芙蓉中路 珞喻路 环城南路 滨河路 柳营巷 三元里大道 王家湾路 方庄路 安定门内大街 西单北大街 丁香路 云景路 世纪大道 创业路 软件大道 港湾大道 大学城南路 老城根街'.split(
    ' ',
  );
const estates =
  '幸福小区 阳光花园 万科城市花园 碧桂园凤凰城 龙湖天街公寓 恒大名都 锦绣家园 金色家园 翠苑新村 望京西园 保利花园 中海国际社区 绿地世纪城 世茂滨江花园 紫薇田园都市 香榭丽舍 东方丽景苑 水岸名居 御景湾 天鹅湖小区 和平里小区 红星家属院 清华园小区 书香门第 丽都华庭 金地格林小镇 融创壹号院 华润橡树湾 时代倾城 九龙仓雍景山 中南世纪锦城'.split(
    ' ',
  );
const buildings =
  '国贸大厦 环球金融中心 德基大厦 科兴科学园 远洋大厦 维多利广场 万达广场 银泰中心 创新大厦 数码大厦 海龙大厦 创业孵化园 华强广场 时代广场 中环世贸中心 信息产业园 软件园二期 金茂大厦 来福士广场'.split(
    ' ',
  );
const towns =
  '望京街道 粤海街道 翠苑街道 城关镇 柳林镇 杨家坪街道 大河镇 石桥乡 新店镇 龙泉街道 沙河镇 白马乡'.split(
    ' ',
  );
const villages = '李庄村 王家屯 大张村 河西村 三里村 石桥村 赵家庄村 东村 新民村 上杨村 黄泥塘村'.split(' ');
const landmarks = '东门 南门 对面 地铁站B口'.split(' ');

export function makeAddress(pick: Pick): string {
  const region = makeRegion(pick);
  const kind = pick.number(100);
  if (kind < 50) return region + pick.one(roads) + makeNumber(pick) + makeInside(pick);
  if (kind < 65) return region + pick.one(towns) + pick.one(roads) + makeNumber(pick) + makeInside(pick);
  if (kind < 75) return region + pick.one(estates) + makeFlat(pick);
  if (kind < 83) return region + pick.one(towns) + pick.one(villages) + makeGroup(pick);
  if (kind < 89)
    return `${region}${pick.one(roads)}${pick.number(1900) + 20}弄${pick.number(60) + 1}号${makeRoom(pick)}室`;
  if (kind < 94) return region + pick.one(roads) + makeNumber(pick) + pick.one(buildings) + makeOffice(pick);
  return region + pick.one(roads) + makeNumber(pick);
}

/** As people type it: a part is missing, a number has no measure word. */
export function makeChatAddress(pick: Pick): string {
  const [, city, counties] = pick.one(places);
  const county = pick.one(counties.split(' '));
  const kind = pick.number(100);
  const bareCity = city.replace(/市$/, '');
  if (kind < 20) return bareCity + county;
  if (kind < 40) return county + pick.one(roads) + makeNumber(pick);
  if (kind < 55) return bareCity + county + pick.one(roads) + makeNumber(pick) + makeInside(pick);
  if (kind < 75) return pick.one(estates) + makeFlat(pick);
  if (kind < 85)
    return (
      pick.one(roads) + makeNumber(pick) + (pick.chance(0.3) ? pick.one(buildings) + makeOffice(pick) : '')
    );
  if (kind < 92) return city + county + pick.one(estates) + makeFlat(pick);
  return bareCity + county.replace(/区$/, '') + pick.one(roads) + makeNumber(pick);
}

export function makeTraditionalAddress(pick: Pick): string {
  const hongKong = [
    '香港九龍旺角彌敦道',
    '香港灣仔軒尼詩道',
    '九龍觀塘開源道',
    '新界沙田源禾路',
    '香港銅鑼灣怡和街',
    '新界荃灣青山公路',
    '香港中環皇后大道中',
    '九龍深水埗長沙灣道',
  ];
  const taiwan = [
    '台北市信義區忠孝東路五段',
    '新北市板橋區文化路一段',
    '台中市西屯區台灣大道三段',
    '高雄市苓雅區四維三路',
    '臺北市大安區和平東路二段',
    '桃園市中壢區中山路',
    '台南市東區東門路一段',
    '新竹市東區光復路二段',
  ];
  if (pick.chance(0.5)) {
    const tower = pick.one(['旺角中心', '廣發大廈', '金鐘大廈', '海景花園', '富豪閣']);
    return `${pick.one(hongKong)}${pick.number(600) + 1}號${tower}${pick.number(30) + 1}樓${pick.hanzi('ABCDEF')}室`;
  }
  const lane = pick.chance(0.3)
    ? `${pick.number(90) + 10}巷${pick.chance(0.5) ? `${pick.number(20) + 1}弄` : ''}`
    : '';
  return `${pick.one(taiwan)}${lane}${pick.number(300) + 1}號${pick.number(14) + 2}樓${pick.chance(0.3) ? `之${pick.number(5) + 1}` : ''}`;
}

function makeRegion(pick: Pick): string {
  const [province, city, counties] = pick.one(places);
  const county = pick.one(counties.split(' '));
  const kind = pick.number(100);
  if (kind < 55) return province + city + county;
  if (kind < 80) return city + county;
  if (kind < 88) return `${province.replace(/(?:壮族|维吾尔|回族)?自治区$|省$/, '')}${city}${county}`;
  if (kind < 95) return city.replace(/市$/, '') + county;
  return province === '' ? city + county : `${province} ${city} ${county} `;
}

function makeNumber(pick: Pick): string {
  const number = String(pick.number(800) + 1);
  const kind = pick.number(100);
  if (kind < 80) return `${number}号`;
  if (kind < 88) return `${number}-${pick.number(20) + 1}号`;
  if (kind < 94) return `${number}号院`;
  return `甲${number}号`;
}

function makeInside(pick: Pick): string {
  const kind = pick.number(100);
  if (kind < 30) return '';
  if (kind < 65) return pick.one(estates) + makeFlat(pick);
  if (kind < 85) return pick.one(buildings) + makeOffice(pick);
  if (kind < 93) return makeFlat(pick);
  return pick.one(landmarks.slice(0, 2));
}

function makeFlat(pick: Pick): string {
  const building = pick.number(40) + 1;
  const unit = pick.number(4) + 1;
  const room = makeRoom(pick);
  return pick.one([
    `${building}栋${unit}单元${room}室`,
    `${building}号楼${unit}单元${room}`,
    `${building}幢${room}室`,
    `${building}栋${room}`,
    `${building}-${unit}-${room}`,
    `${pick.hanzi('ABCD')}座${room}室`,
    `${building}号楼${room}室`,
  ]);
}

function makeOffice(pick: Pick): string {
  return pick.one([
    `${pick.hanzi('ABC')}座${makeRoom(pick)}`,
    `${pick.number(30) + 2}层${makeRoom(pick)}室`,
    `${makeRoom(pick)}室`,
    `${pick.number(30) + 2}楼`,
    `${pick.hanzi('AB')}座${pick.number(20) + 2}层`,
  ]);
}

function makeGroup(pick: Pick): string {
  return pick.one([
    `${pick.hanzi('一二三四五六')}组`,
    `${pick.number(12) + 1}组${pick.number(90) + 1}号`,
    `${pick.number(300) + 1}号`,
    `${pick.hanzi('一二三')}组${pick.number(60) + 1}号`,
  ]);
}

function makeRoom(pick: Pick): string {
  return `${pick.number(30) + 1}0${pick.number(8) + 1}`;
}
