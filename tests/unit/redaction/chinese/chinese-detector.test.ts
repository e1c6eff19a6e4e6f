import { describe, expect, it } from 'vitest';
import { detectChineseText } from '../../../../server/redaction/chinese/chinese-detector.ts';
import { WordHits } from '../../../../server/redaction/scan/word-hits.ts';
import { createTextView } from '../../../../server/redaction/text-view.ts';
import { readMarkedAll } from './marked-text.ts';

const types = new Set(['CN_PERSON_NAME', 'CN_ADDRESS']);

function find(original: string, type: string): readonly string[] {
  const { text } = createTextView(original);
  return detectChineseText({ text, words: new WordHits(), found: [] }, types)
    .filter((found) => found.type === type)
    .map(({ start, end }) => text.slice(start, end));
}

describe('Chinese names', () => {
  it.each([
    '患者⟦李芳⟧因头痛就诊',
    '主治医生⟦黄磊⟧开具处方',
    '持卡人⟦吴静⟧的银行卡已挂失',
    '原告：⟦杨柳⟧，女，汉族',
    '参会人员：⟦张伟⟧、⟦李娜⟧、⟦欧阳修远⟧、⟦诸葛明⟧',
    '⟦孙雨辰⟧13728194605',
    '刚跟⟦秦晓⟧聊完，他说下周再定',
    '尊敬的⟦赵⟧先生，您好',
    '同事⟦小王⟧和⟦老李⟧都在群里',
    '請聯絡⟦陳美玲⟧小姐，電話稍後提供',
    '志愿者⟦努尔兰·哈森⟧连续十年照顾邻居',
    '学生⟦扎西多吉⟧获得奖学金',
    '姓名：⟦张 伟⟧  性别：男',
    '联系人：⟦图雅⟧',
    '接诊医生：⟦高兴⟧，科室：骨科',
    '⟦老马⟧说他请客',
    '职务调整：⟦杜薇⟧任副总经理',
    '持卡人⟦许清⟧于2024年5月取款',
    '承租方：⟦邱彤和⟧，电话稍后补充',
    '高三（2）班⟦武雷⟧获得保送资格',
    '⟦迈克尔·乔丹⟧博士与⟦哈力木·肉孜⟧先生',
    '⟦阿布都·艾力⟧之子⟦买买提·艾力⟧承认',
    '业主代表⟦斯琴高娃⟧签字',
  ])('finds %s', (marked) => {
    const { text, values } = readMarkedAll(marked);
    expect(find(text, 'CN_PERSON_NAME')).toEqual(values);
  });

  it.each([
    '高兴地通知大家，平安夜活动照常举行',
    '请在任何评论区留言，于是大家都来了',
    '安全生产责任重大，关系千家万户',
    '唐朝是中国历史上的伟大朝代，华为公司发布了新产品',
    '黄金价格上涨，白银走弱，周末金额另计',
    '联系人：待定',
    '助手到场，麻醉医师随后到达',
    '申请人应如实填写',
    '任总经理一职',
    '老师傅手艺好',
    '春·夏·秋·冬',
  ])('finds no name in %s', (text) => {
    expect(find(text, 'CN_PERSON_NAME')).toEqual([]);
  });
});

describe('Chinese addresses', () => {
  it.each([
    '他住在⟦杭州市西湖区文三路200号8楼801室⟧，常出差',
    '快递寄到⟦朝阳建国路100号⟧',
    '地址在⟦海淀中关村大街⟧',
    '收货地址：⟦陕西省西安市碑林区长安北路1号省体育场东门⟧',
    '⟦上海市徐汇区漕溪北路1200弄5号602室⟧的业主',
    '家住⟦河北省保定市清苑区李庄村三组15号⟧',
    '我家在⟦万科城市花园12栋1802⟧',
    '車停⟦台北市信義區忠孝東路五段68號3樓之1⟧',
    '⟦香港九龍旺角彌敦道688號旺角中心12樓A室⟧',
    '叫他来⟦幸福小区3栋2单元502⟧',
    '我住⟦杭州西湖区⟧',
    '我在⟦恒大名都33-3-1706⟧这边租房',
    '停在⟦解放大道190号⟧楼下',
    '活动在⟦赣州市瑞金市工农路930号附4号⟧举行',
    '我家⟦海航大厦11层2705⟧',
    '放⟦帽儿胡同14号⟧就行',
    '在⟦昌平区红旗路与青年街交叉口⟧见',
    '送到⟦莲花北路206弄31号2706⟧门口',
    '地址：⟦徐州市沛县双河镇赵家沟二社35号⟧',
    '寄⟦观澜湖畔30号1301室⟧',
  ])('finds %s', (marked) => {
    const { text, values } = readMarkedAll(marked);
    expect(find(text, 'CN_ADDRESS')).toEqual(values);
  });

  it.each([
    '我在北京，今天天气不错',
    '浙江省杭州市西湖区人民政府发布通知',
    '地铁2号线将延长至机场',
    '社会安全号857-95-4119，客服热线400-820-7391',
    '会议室在三楼，请走2号门',
    '从北京到上海坐高铁大约需要四个半小时',
  ])('finds no address in %s', (text) => {
    expect(find(text, 'CN_ADDRESS')).toEqual([]);
  });

  it('looks for no name inside an address', () => {
    expect(find('寄到北京市朝阳区王家湾路12号', 'CN_PERSON_NAME')).toEqual([]);
  });
});
