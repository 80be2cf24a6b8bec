/** Ports of a cluster, all on the loopback. */
export interface CephPorts {
	readonly monitor: number;
	readonly monitorOld: number;
	readonly gateway: number;
}

const LIBRARIES = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';

/** Configuration of a cluster of one node that keeps everything in memory, for tests only. */
export const cephConfiguration = (folder: string, fsid: string, ports: CephPorts): string => `
[global]
fsid=${fsid}
mon_host=[v2:127.0.0.1:${ports.monitor},v1:127.0.0.1:${ports.monitorOld}]
mon_initial_members=a
public_addr=127.0.0.1
cluster_addr=127.0.0.1
auth_cluster_required=none
auth_service_required=none
auth_client_required=none
osd_pool_default_size=1
osd_pool_default_min_size=1
osd_pool_default_pg_num=4
osd_crush_chooseleaf_type=0
mon_allow_pool_size_one=true
mon_allow_pool_delete=true
mon_max_pg_per_osd=1000
mon_data_avail_crit=1
run_dir=${folder}/run
admin_socket=${folder}/run/$name.asok
pid_file=${folder}/run/$name.pid
log_file=${folder}/log/$name.log
crash_dir=${folder}/log
osd_pool_default_pg_autoscale_mode=off
[mon.a]
mon_data=${folder}/mon
[osd.0]
osd_data=${folder}/osd
osd_objectstore=memstore
memstore_device_bytes=2147483648
osd_class_dir=/usr/lib/${LIBRARIES}/rados-classes
[client.rgw.a]
ms_mon_client_mode=crc secure
rgw_frontends=beast endpoint=127.0.0.1:${ports.gateway}
rgw_dns_name=localhost
`;
