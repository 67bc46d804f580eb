package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
)

// startEtcd starts a cluster of one member, which needs no peers and elects itself at once, and never syncs to disk:
// a test's data need not survive a power failure.
func startEtcd(o options) (*embed.Etcd, error) {
	socket := o.file("peer.sock")
	os.Remove(socket)
	client, err := url.Parse(o.etcdURL())
	if err != nil {
		return nil, err
	}
	c := embed.NewConfig()
	c.Name = "default"
	c.Dir = o.file("etcd")
	c.UnsafeNoFsync = true
	c.LogLevel = "error"
	c.LogOutputs = []string{o.file("etcd.log")}
	c.ListenClientUrls = []url.URL{*client}
	c.AdvertiseClientUrls = []url.URL{*client}
	c.ListenPeerUrls = []url.URL{{Scheme: "unix", Path: socket}}
	c.AdvertisePeerUrls = []url.URL{{Scheme: "http", Host: loopback + ":1"}}
	c.InitialCluster = c.InitialClusterFromName(c.Name)
	c.TickMs, c.ElectionMs = 10, 100
	c.QuotaBackendBytes = 8 << 30
	e, err := embed.StartEtcd(c)
	if err != nil {
		return nil, fmt.Errorf("etcd: %w", err)
	}
	select {
	case <-e.Server.ReadyNotify():
		return e, nil
	case err := <-e.Err():
		return nil, fmt.Errorf("etcd: %w", err)
	case <-time.After(30 * time.Second):
		return nil, errors.New("etcd: not ready after 30 s")
	}
}

func (o options) etcdURL() string { return fmt.Sprintf("http://%s:%d", loopback, o.etcdPort()) }
