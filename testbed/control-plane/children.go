package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"syscall"
)

// children are the programs that cannot share a process with the API server: each has its own global flags and metrics.
type children struct {
	running []*exec.Cmd
	ended   chan error
}

func (cs *children) startAll(ctx context.Context, o options, hc *http.Client) error {
	cs.ended = make(chan error, 2)
	if err := cs.start(o, "kube-controller-manager", controllerFlags(o)); err != nil {
		return err
	}
	if err := cs.start(o, "kube-scheduler", schedulerFlags(o)); err != nil {
		return err
	}
	if err := waitReady(ctx, hc, fmt.Sprintf("https://%s:%d/healthz", loopback, o.controllerPort()), cs.ended); err != nil {
		return err
	}
	return waitReady(ctx, hc, fmt.Sprintf("https://%s:%d/readyz", loopback, o.schedulerPort()), cs.ended)
}

func (cs *children) start(o options, program string, flags []string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	log, err := os.Create(o.file(program + ".log"))
	if err != nil {
		return err
	}
	c := exec.Command(self, append([]string{program}, flags...)...)
	c.Stdout, c.Stderr = log, log
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} // they end with this process, however it ends
	if err := c.Start(); err != nil {
		return err
	}
	cs.running = append(cs.running, c)
	go func() {
		err := c.Wait()
		cs.ended <- fmt.Errorf("%s ended: %v (see %s)", program, err, log.Name())
	}()
	return nil
}

func (cs *children) kill() {
	for _, c := range cs.running {
		c.Process.Kill()
	}
}

func controllerFlags(o options) []string {
	return append(commonFlags(o.pki("controllers.kubeconfig"), o.pki("controllers-serving"), o.controllerPort()),
		"--controllers=*",
		"--use-service-account-credentials=true",
		"--service-account-private-key-file="+o.pki("service-account.key"),
		"--root-ca-file="+o.pki("ca.crt"),
		"--cluster-signing-cert-file="+o.pki("ca.crt"),
		"--cluster-signing-key-file="+o.pki("ca.key"),
		"--controller-start-interval=0s",
		"--min-resync-period=12h",
	)
}

func schedulerFlags(o options) []string {
	return commonFlags(o.pki("scheduler.kubeconfig"), o.pki("scheduler-serving"), o.schedulerPort())
}

func commonFlags(kubeconfig, certDir string, port int) []string {
	return []string{
		"--kubeconfig=" + kubeconfig,
		"--authentication-kubeconfig=" + kubeconfig,
		"--authorization-kubeconfig=" + kubeconfig,
		"--bind-address=" + loopback,
		fmt.Sprintf("--secure-port=%d", port),
		"--cert-dir=" + certDir,
		"--leader-elect=false",
		fmt.Sprintf("--kube-api-qps=%d", clientQPS),
		fmt.Sprintf("--kube-api-burst=%d", 2*clientQPS),
	}
}
