import type { Random } from '../../quality/random.js';
import type { Body } from './blocks.js';

const FIRST = [...'清云松柳金石玉龙凤青白红东南西北双大新长'];
const SECOND = [...'源溪岭河桥湾塘泉坪山坡滩林江湖岗畈洲浦峪'];
const DEPARTMENTS = ['水利局', '司法局', '应急管理局', '市场监督管理局', '农业农村局', '教育局'];
const KINDS_OF_PLACE = ['村', '社区', '小区', '园区'];

/** 清源 */
export function placeName(random: Random): string {
  return `${random.pick(FIRST) ?? ''}${random.pick(SECOND) ?? ''}`;
}

/** 清源镇, 清源县水利局 */
export function agencyName(body: Body, place: string, random: Random): string {
  return body === 'town' ? `${place}镇` : `${place}县${random.pick(DEPARTMENTS) ?? ''}`;
}

/** 松岭村, 柳河社区: a small place below the agency, one of many hundred. */
export function smallPlace(index: number): string {
  const second = Math.floor(index / FIRST.length);
  const kind = Math.floor(second / SECOND.length);
  return `${FIRST[index % FIRST.length]}${SECOND[second % SECOND.length]}${KINDS_OF_PLACE[kind % KINDS_OF_PLACE.length]}`;
}
